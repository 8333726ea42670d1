/** By how much a clock was wrong, as people write it. */

/**
 * The seconds in a length of time: hours and minutes («1:30», «1:30:05»), or days before them («2 1:30»); null where it says
 * none.
 */
export function secondsIn(typed: string): number | null {
  const found = /^(?:(\d{1,5})\s+)?(\d{1,5})(?:[:.](\d{1,2}))?(?:[:.](\d{1,2}))?$/.exec(typed.trim());
  if (found === null) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  if ((minutes ?? 0) > 59 || (seconds ?? 0) > 59) return null;
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}
