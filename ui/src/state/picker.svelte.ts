/** What is asked beside the text while one tags: whom a name means, who speaks, whose position it is. */

import { api } from "../wire/api";
import { at } from "../logic/caret";
import { withPosition } from "../logic/cast";
import type { Span } from "../logic/edits";
import { seenOf } from "../logic/seen";
import { asProblem } from "../wire/problem";
import type {
  Candidate,
  MentionRecord,
  QuoteRecord,
  Role,
  SeenValue,
  Speech,
  Suggestion,
  TagKind,
  TagProposal,
  Whom,
  Written,
} from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { keysWaitFor } from "./keyboard";
import { reading } from "./reading.svelte";
import { tagging } from "./tagging.svelte";

/** Whom a span names. */
export interface TagQuestion {
  readonly what: "tag";
  readonly kind: TagKind;
  /** In UTF-16. */
  readonly span: Span;
  readonly suggestion: Suggestion | undefined;
  /** The mention that the new one takes the place of. */
  readonly replaces: MentionRecord | undefined;
}

/** Who says a quote, and how. */
export interface QuoteQuestion {
  readonly what: "quote";
  readonly span: Span;
  /** One that stands already. */
  readonly quote: QuoteRecord | undefined;
  readonly suggestion: Suggestion | undefined;
  readonly speech: Speech;
  readonly speaker: string | null;
}

/** Whose position a span is. */
export interface PositionQuestion {
  readonly what: "position";
  readonly span: Span;
}

export type Question = TagQuestion | QuoteQuestion | PositionQuestion;

/** How a tag question is answered. */
export interface TagAnswer {
  readonly party: Candidate | undefined;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly positions: readonly string[];
  readonly onBehalfOf: string | null;
  readonly everywhere: boolean;
  /** Whether anything but the party differs from what was suggested. */
  readonly edited: boolean;
}

/** What one has typed and changed in a picker, and not answered with. */
export interface Unanswered {
  /** The name, or whom one looks for; null where that is as it was proposed. */
  readonly name: string | null;
  readonly speech?: Speech;
  readonly roles?: readonly Role[];
  readonly positions?: readonly string[];
  readonly behalf?: string;
  readonly organisation?: Candidate | null;
}

class Picker {
  question = $state.raw<Question | null>(null);
  /** What Rust proposes for a tag; comes after the question. */
  proposal = $state.raw<TagProposal | null>(null);
  problem = $state.raw<Problem | null>(null);

  /** Asks whom the words mean. */
  askTag(kind: TagKind): void {
    const version = reading.version;
    const span = tagging.target;
    if (version === undefined || span.start >= span.end) return;
    const suggestion = tagging.suggestion?.kind === kind ? tagging.suggestion : undefined;
    const mention = tagging.mention;
    this.#open({ what: "tag", kind, span, suggestion, replaces: suggestion === undefined ? mention : undefined });
    this.#propose(version.id, kind, span);
  }

  /** Asks whom a suggestion means. */
  askSuggestion(suggestion: Suggestion): void {
    const version = reading.version;
    const first = suggestion.spans[0];
    if (version === undefined || first === undefined) return;
    const span = tagging.toUtf16(first);
    const { kind } = suggestion;
    if (kind === "quote") {
      const speaker = suggestion.candidates[0]?.id ?? speakerNamed(suggestion.name);
      return this.#open({ what: "quote", span, quote: undefined, suggestion, speech: "direct", speaker });
    }
    this.#open({ what: "tag", kind, span, suggestion, replaces: undefined });
    this.#propose(version.id, kind, span);
  }

  #propose(version: string, kind: TagKind, span: Span): void {
    const question = this.question;
    const { start, end } = tagging.toScalar(span);
    keysWaitFor(api.proposeTag(version, start, end, kind)).then(
      (proposal) => {
        if (this.question === question) this.proposal = proposal;
      },
      (reason: unknown) => {
        if (this.question === question) this.problem = asProblem(reason);
      },
    );
  }

  /** Asks who says what is selected; a quote that stands there is opened. */
  async askQuote(span: Span): Promise<void> {
    const version = reading.version;
    if (version === undefined || span.start >= span.end) return;
    const { start, end } = tagging.toScalar(span);
    try {
      const proposal = await keysWaitFor(api.proposeQuote(version.id, start, end));
      const { speech, speaker } = proposal;
      this.#open({
        what: "quote",
        span: tagging.toUtf16(proposal),
        quote: undefined,
        suggestion: undefined,
        speech,
        speaker,
      });
    } catch (reason) {
      this.#open({ what: "quote", span, quote: undefined, suggestion: undefined, speech: "direct", speaker: null });
      this.problem = asProblem(reason);
    }
  }

  /** Asks who says a quote that stands. */
  openQuote(quote: QuoteRecord): void {
    const { speech, speaker } = quote;
    this.#open({ what: "quote", span: tagging.toUtf16(quote), quote, suggestion: undefined, speech, speaker });
  }

  /** Asks whose position the words are. */
  askPosition(): void {
    const span = tagging.target;
    if (span.start < span.end) this.#open({ what: "position", span });
  }

  #open(question: Question): void {
    this.proposal = null;
    this.problem = null;
    this.question = question;
    tagging.view?.reveal();
  }

  /** Leaves the question open and gives the keyboard back to the text. */
  close(): void {
    this.question = null;
    this.proposal = null;
    this.problem = null;
    tagging.view?.focus();
  }

  #left: { readonly of: string; readonly unanswered: Unanswered } | null = null;

  /** Leaves the question open; what was typed is kept for the case that one asks the same once more. */
  leave(unanswered: Unanswered | null): void {
    if (unanswered !== null) this.#left = { of: this.#asked(), unanswered };
    this.close();
  }

  /** What one typed before one left the same question; it can be had once. */
  takeUp(): Unanswered | undefined {
    const left = this.#left;
    this.#left = null;
    return left?.of === this.#asked() ? left.unanswered : undefined;
  }

  /** The question as one that is asked of the same words of the same text. */
  #asked(): string {
    const { question } = this;
    const kind = question?.what === "tag" ? question.kind : null;
    return JSON.stringify([reading.version?.id, question?.what, kind, question?.span]);
  }

  /** Answers a tag question. */
  tag(answer: TagAnswer): Promise<void> {
    return keysWaitFor(this.#tag(answer));
  }

  async #tag(answer: TagAnswer): Promise<void> {
    const question = this.question;
    const version = reading.version;
    if (question?.what !== "tag" || version === undefined) return;
    const { kind, suggestion, replaces } = question;
    const span = this.proposal === null ? question.span : tagging.toUtf16(this.proposal);
    const { party, name, everywhere } = answer;
    const next = suggestion === undefined ? undefined : tagging.neighbour(1);
    this.close();
    if (next !== undefined && next.key !== suggestion?.key) tagging.choose(next);
    else tagging.stand(at(span.end));
    // Who is new is new, though somebody of that name be on record.
    const whom = party !== undefined ? { party: party.id } : kind === "person" ? { person: name } : undefined;
    if (suggestion !== undefined && !answer.edited && whom !== undefined) {
      const done = await tagging.carry({ accepted: [suggestion.key] }, () =>
        api.acceptSuggestions(version.id, [suggestion.key], whom),
      );
      if (done !== undefined) tell("told-tagged", { name: party?.name ?? name, count: suggestion.spans.length });
      return;
    }
    const tagged = await tagging.carry(
      {
        marks: [{ ...span, kind, target: party?.id ?? "" }],
        accepted: suggestion === undefined ? [] : [suggestion.key],
        removed: replaces === undefined ? [] : [replaces.id],
      },
      () =>
        api.tagSpan({
          version: version.id,
          ...tagging.toScalar(span),
          kind,
          party: party?.id ?? null,
          name,
          roles: [...answer.roles],
          positions: [...answer.positions],
          on_behalf_of: answer.onBehalfOf,
          everywhere: everywhere || suggestion !== undefined,
          replaces: replaces?.id ?? null,
        }),
    );
    if (tagged === undefined) return;
    // More of the same here are one key away while one stands behind the tag; else one goes on by oneself.
    const stays = tagging.caret?.focus === span.end && tagging.caret.anchor === span.end;
    if (tagged.elsewhere > 0 || tagging.open === 0) tagging.fresh = { target: tagged.party, offset: span.end };
    else if (stays && this.question === null) tagging.choose(tagging.neighbour(1));
    if (tagged.elsewhere > 0) tell("told-tagged-more", { name: tagged.name, count: tagged.elsewhere });
    else tell("told-tagged", { name: tagged.name, count: tagged.mentions });
  }

  /** Answers a quote question. */
  async quote(speech: Speech, speaker: Whom | null): Promise<void> {
    const question = this.question;
    const version = reading.version;
    if (question?.what !== "quote" || version === undefined) return;
    const { quote, suggestion, span } = question;
    const name = nameOf(speaker);
    const next = suggestion === undefined ? undefined : tagging.neighbour(1);
    this.close();
    if (next !== undefined && next.key !== suggestion?.key) tagging.choose(next);
    else tagging.stand(at(span.end));
    const { start, end } = tagging.toScalar(span);
    const foreseen = { accepted: suggestion === undefined ? [] : [suggestion.key] };
    const seen = quote === undefined ? [] : seenOf("quote", quote.id, { speech: quote.speech, speaker: quote.speaker });
    const write = (seen: SeenValue[]): Promise<Written<unknown>> => {
      if (quote !== undefined) return api.editQuote(quote.id, speech, speaker, seen);
      // With the quote comes what the text says of its speaker.
      const asRead = speaker !== null && ("party" in speaker || speaker.person === suggestion?.name);
      if (suggestion !== undefined && asRead && speech === "direct") {
        return api.acceptSuggestions(version.id, [suggestion.key], speaker);
      }
      return api.addQuote(version.id, start, end, speech, speaker);
    };
    const done = await tagging.carry(foreseen, write, seen);
    if (done !== undefined) tell(name === "" ? "told-quote-nobody" : "told-quote", { name });
  }

  /** Answers a position question. */
  async position(participation: string, name: string): Promise<void> {
    const question = this.question;
    const version = reading.version;
    const line = reading.record?.cast.find(({ id }) => id === participation);
    if (question?.what !== "position" || version === undefined || line === undefined) return;
    const text = tagging.words(question.span);
    const texts = line.positions.filter((position) => position.version === version.id).map(({ text }) => text);
    this.close();
    tagging.stand(at(question.span.end));
    if (texts.includes(text)) return tell("told-position", { name, text });
    const all = withPosition(version.body, texts, text);
    const seen = seenOf("participation", participation, { positions: texts });
    const done = await tagging.carry({}, (seen) => api.setPositions(participation, version.id, all, seen), seen);
    if (done !== undefined) tell("told-position", { name, text });
  }
}

/** What one is called: in the cast, or as just named. */
function nameOf(whom: Whom | null): string {
  if (whom === null) return "";
  return "person" in whom ? whom.person : (reading.parties.get(whom.party)?.name ?? "");
}

/** The party of the cast that goes by a name. */
function speakerNamed(name: string): string | null {
  return reading.record?.parties.find((party) => party.name === name)?.id ?? null;
}

export const picker = new Picker();
