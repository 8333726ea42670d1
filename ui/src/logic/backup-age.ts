/** How a library's last backup stands: none is known, it is lately made, or so long ago that one is reminded. */

export type BackupAge = "none" | "lately" | "long-ago";

/** As long as an office should never be without a new one, in days. */
const longest = 14;

/** `at`: when it was made, RFC 3339. */
export function backupAge(at: string | undefined, now: Date): BackupAge {
  const made = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(made)) return "none";
  return now.getTime() - made > longest * 24 * 3600 * 1000 ? "long-ago" : "lately";
}
