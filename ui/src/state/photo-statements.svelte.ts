/** What the photos on the screen state of themselves, and their article of them: suggested, never set by itself. */

import { api } from "../wire/api";
import type {
  PartyKind,
  PhotoStatement,
  PhotoStatements,
  StatedField,
  StatementSource,
  WantedStatement,
} from "../types";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";

/** What is said of one field, of as many of the photos as say it. */
export interface SaidOfField {
  /** The field, with the language of a text. */
  key: string;
  field: StatedField;
  language: string | null;
  /** From where it is taken; none: from where it holds. */
  source: StatementSource | null;
  /** Of each photo that says something, the first that it says. */
  said: readonly PhotoStatement[];
}

/** Somebody whom photos say that they show. */
export interface SaidParty {
  /** The kind with the name. */
  key: string;
  name: string;
  kind: PartyKind;
  /** The one party that goes by the name. */
  party: string | null;
}

/** What is said of the photos of one form. */
export class ShownStatements {
  found = $state.raw<readonly PhotoStatements[]>([]);
  #asked = 0;

  /** Field by field. A second statement of one photo on one field stands by itself, as it is another word. */
  readonly byField = $derived.by((): SaidOfField[] => {
    const fields = new Map<string, SaidOfField & { said: PhotoStatement[] }>();
    for (const { statements } of this.found) {
      const times = new Map<string, number>();
      for (const one of statements) {
        const plain = `${one.field} ${one.language ?? ""}`;
        const time = (times.get(plain) ?? 0) + 1;
        times.set(plain, time);
        const key = `${plain} ${time}`;
        const { field, language } = one;
        const source = time > 1 ? one.source : null;
        const of = fields.get(key) ?? { key, field, language, source, said: [] };
        of.said.push(one);
        fields.set(key, of);
      }
    }
    return [...fields.values()];
  });

  /** Whom the photos say that they show, each name once; known where one party goes by it in all of them. */
  readonly parties = $derived.by((): SaidParty[] => {
    const names = new Map<string, SaidParty>();
    for (const { name, kind, party } of this.found.flatMap(({ parties }) => parties)) {
      const key = `${kind} ${name}`;
      const before = names.get(key);
      names.set(key, { key, name, kind, party: before === undefined || before.party === party ? party : null });
    }
    return [...names.values()];
  });

  /** Whether something is said where a record says nothing, or somebody is shown who is on record. */
  readonly takeable = $derived(
    this.found.some(
      ({ statements, parties }) =>
        statements.some(({ stands }) => stands === null) || parties.some(({ party }) => party !== null),
    ),
  );

  /** Asks for those of these photos. */
  async ask(ids: readonly string[]): Promise<void> {
    const turn = ++this.#asked;
    // what is said of other photos must not be taken for these
    if (this.found.map(({ photo }) => photo).join(" ") !== ids.join(" ")) this.found = [];
    if (ids.length === 0) return;
    try {
      const found = await api.photoStatements([...ids]);
      if (turn === this.#asked) this.found = found;
    } catch (reason) {
      console.error("what photos state was not read:", reason);
      if (turn === this.#asked) this.found = [];
    }
  }

  /** Takes over all that is said where records say nothing, each photo its own: one action, which undo takes back. */
  async takeAll(): Promise<void> {
    await this.#take([]);
  }

  /** Takes over what is said of one field, also in the place of what stands. */
  async take({ field, language, source }: SaidOfField): Promise<void> {
    await this.#take([{ field, language, source }]);
  }

  async #take(wanted: WantedStatement[]): Promise<void> {
    const says = ({ statements, parties }: PhotoStatements) => statements.length + parties.length > 0;
    const ids = this.found.filter(says).map(({ photo }) => photo);
    if (ids.length === 0) return;
    const count = await catalogue.attempt(api.takePhotoStatements(ids, wanted));
    if (count !== undefined) tell("told-statements-taken", { count });
  }
}

/** The forms on the screen, the large view's above the one beneath it. */
class StatementsOnScreen {
  #forms = $state.raw<readonly ShownStatements[]>([]);

  /** Those of the form that the keyboard means. */
  get current(): ShownStatements | undefined {
    return this.#forms.at(-1);
  }

  /** Shows those of a form until what is given back is called. */
  show(of: ShownStatements): () => void {
    this.#forms = [...this.#forms, of];
    return () => (this.#forms = this.#forms.filter((other) => other !== of));
  }
}

export const photoStatements = new StatementsOnScreen();
