/** Who an article names, as the cast list shows it. */

import type {
  ArticleRecord,
  MentionRecord,
  ParticipationRecord,
  PartyKind,
  PrintedPositionRecord,
  Role,
  VersionRecord,
} from "../types";

/** A line of the cast list. */
export interface CastLine {
  /** The UUID of the party or place. */
  readonly target: string;
  /** The UUID of the participation; a place has none. */
  readonly participation: string | undefined;
  readonly name: string;
  readonly roles: readonly Role[];
  /** As printed, those of the text on the screen first. */
  readonly positions: readonly PrintedPositionRecord[];
  /** The name of the organisation spoken for. */
  readonly onBehalfOf: string | undefined;
  /** Its mentions in the text on the screen, in order. */
  readonly mentions: readonly string[];
  /** How many quotes of the text on the screen are its. */
  readonly quotes: number;
}

/** The participants of one kind, in the archivist's order. */
export function castOf(record: ArticleRecord, version: VersionRecord | undefined, kind: PartyKind): CastLine[] {
  const parties = new Map(record.parties.map((party) => [party.id, party]));
  const line = (participation: ParticipationRecord): CastLine[] => {
    const party = parties.get(participation.party);
    if (party?.kind !== kind) return [];
    const behalf = participation.on_behalf_of;
    return [
      {
        target: party.id,
        participation: participation.id,
        name: party.name,
        roles: participation.roles,
        positions: positionsOf(participation, version),
        onBehalfOf: behalf === null ? undefined : parties.get(behalf)?.name,
        mentions: mentionsOf(version, party.id),
        quotes: version?.quotes.filter((quote) => quote.speaker === party.id).length ?? 0,
      },
    ];
  };
  return record.cast.flatMap(line);
}

/** The places that the text on the screen mentions or the record names. */
export function placesOf(record: ArticleRecord, version: VersionRecord | undefined): CastLine[] {
  return record.places.map((place) => ({
    target: place.id,
    participation: undefined,
    name: place.name,
    roles: [],
    positions: [],
    onBehalfOf: undefined,
    mentions: mentionsOf(version, place.id),
    quotes: 0,
  }));
}

/** Positions in the text on the screen; only where it prints none, those of the other texts, each wording once. */
function positionsOf(
  participation: ParticipationRecord,
  version: VersionRecord | undefined,
): readonly PrintedPositionRecord[] {
  const here = participation.positions.filter((position) => position.version === version?.id);
  if (here.length > 0) return here;
  const wordings = new Map(participation.positions.map((position) => [position.text, position]));
  return [...wordings.values()];
}

function mentionsOf(version: VersionRecord | undefined, target: string): string[] {
  return (version?.mentions ?? [])
    .filter((mention) => mention.party === target || mention.place === target)
    .map((mention) => mention.id);
}

/**
 * Printed words with one more: before the first that the text has after it, else at the end. The others keep their
 * order, which is the archivist's.
 */
export function withPosition(body: string, texts: readonly string[], one: string): string[] {
  if (texts.includes(one)) return [...texts];
  const place = body.indexOf(one);
  const after = texts.findIndex((text) => body.indexOf(text) > place);
  return place < 0 || after < 0 ? [...texts, one] : texts.toSpliced(after, 0, one);
}

/** Those named nearest to a span first: by their mention that is nearest, before it or after. Spans as the archive counts. */
export function nearestFirst<T>(
  choices: readonly T[],
  mentions: readonly Pick<MentionRecord, "party" | "start" | "end">[],
  span: { readonly start: number; readonly end: number },
  party: (choice: T) => string,
): T[] {
  const distance = (choice: T) =>
    mentions
      .filter((mention) => mention.party === party(choice))
      .reduce((least, { start, end }) => Math.min(least, Math.max(span.start - end, start - span.end, 0)), Infinity);
  const all = choices.map((choice) => ({ choice, distance: distance(choice) }));
  return all
    .sort((one, other) => (one.distance < other.distance ? -1 : one.distance > other.distance ? 1 : 0))
    .map(({ choice }) => choice);
}
