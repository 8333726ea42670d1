import { beforeEach, describe, expect, it, vi } from "vitest";

import { seenOf } from "../../src/logic/seen";
import { catalogue, listenForChanges } from "../../src/state/catalogue.svelte";
import { conflicts } from "../../src/state/conflicts.svelte";
import { library } from "../../src/state/library.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { partyName } from "../../src/state/party-names.svelte";
import type { Changed, PartyPageRecord, SeenValue, Written } from "../../src/types";
import { article, changed, page, pages, party, written } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

beforeEach(async () => {
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(3));
  reading.clear();
  list.reset();
  catalogue.forget();
  await list.ask();
  await reading.open("a0");
  vi.clearAllMocks();
});

describe("what a write changed", () => {
  it("grows the stamps of its nouns, and no others", () => {
    const before = {
      party: catalogue.stamp("party"),
      event: catalogue.stamp("event"),
      both: catalogue.stamp("event", "party"),
    };
    catalogue.took(changed({ nouns: ["party"] }));
    expect(catalogue.stamp("party")).toBeGreaterThan(before.party);
    expect(catalogue.stamp("event")).toBe(before.event);
    expect(catalogue.stamp("event", "party")).toBeGreaterThan(before.both);
  });

  it("fetches the article on the screen again where it is told to look different", async () => {
    catalogue.took(changed({ nouns: ["mention"], articles: ["a0", "a2"] }));
    await turns();
    expect(api.article.mock.calls).toEqual([["a0"]]);
  });

  it("leaves the article on the screen alone where another changed", async () => {
    catalogue.took(changed({ nouns: ["mention"], articles: ["a1"] }));
    await turns();
    expect(api.article).not.toHaveBeenCalled();
    // Its row may have changed.
    expect(api.listArticles).toHaveBeenCalled();
  });

  it("asks for no list where no article changed", async () => {
    catalogue.took(changed({ nouns: ["saved_search"], saved_searches: ["s"] }));
    await turns();
    expect(api.listArticles).not.toHaveBeenCalled();
    expect(api.savedSearches).toHaveBeenCalled();
    expect(api.units).not.toHaveBeenCalled();
  });

  it("fetches the tree of units where one of them looks different, and only then", async () => {
    catalogue.took(changed({ nouns: ["mention"], articles: ["a0"] }));
    await turns();
    expect(api.units).not.toHaveBeenCalled();
    catalogue.took(changed({ nouns: ["unit"], units: ["u"] }));
    await turns();
    expect(api.units).toHaveBeenCalledOnce();
  });

  it("shows all where the unit or the saved search shown is taken back", async () => {
    await list.ask({ place: { kind: "unit", id: "u" } });
    list.saved = "s";
    api.units.mockResolvedValue([]);
    catalogue.took(changed({ nouns: ["unit"], units: ["u"] }));
    await turns();
    expect([list.question.place, list.saved]).toEqual([{ kind: "all" }, null]);
  });

  it("counts anew what saved searches find where any article changed", async () => {
    catalogue.took(changed({ nouns: ["article"], articles: ["a2"] }));
    await turns();
    expect(api.savedSearches).toHaveBeenCalledOnce();
  });

  it.each(["parties", "events", "photos", "units", "transfers"] as const)(
    "grows the stamps of the records that it names: %s",
    (kind) => {
      const before = {
        told: catalogue.stampOf(kind, "x"),
        other: catalogue.stampOf(kind, "y"),
        any: catalogue.stampOf(kind),
      };
      catalogue.took(changed({ [kind]: ["x"] }));
      expect(catalogue.stampOf(kind, "x")).toBeGreaterThan(before.told);
      expect(catalogue.stampOf(kind, "y")).toBe(before.other);
      expect(catalogue.stampOf(kind)).toBeGreaterThan(before.any);
      catalogue.took(changed({ op: null, elsewhere: true }));
      expect(catalogue.stampOf(kind, "y")).toBeGreaterThan(before.other);
    },
  );

  it("asks anew what a party is called that looks different", async () => {
    api.party.mockImplementation((id) => Promise.resolve({ record: party(id, "Асан") } as PartyPageRecord));
    partyName("p");
    await turns();
    expect(partyName("p")).toBe("Асан");
    api.party.mockImplementation((id) => Promise.resolve({ record: party(id, "Үсен") } as PartyPageRecord));
    catalogue.took(changed({ nouns: ["party"], parties: ["p"] }));
    partyName("p");
    await turns();
    expect(partyName("p")).toBe("Үсен");
  });

  it("keeps the article that went on the screen while words typed into it are unwritten", async () => {
    const forget = catalogue.settleWith(() => Promise.resolve(false));
    api.article.mockRejectedValue({ code: "not_found", data: null });
    catalogue.took(changed({ nouns: ["article"], articles: ["a0"] }));
    await turns();
    forget();
    expect(reading.problem?.code).toBe("not_found");
    expect(reading.record?.id).toBe("a0");
  });

  it("fetches nothing where nothing changed", async () => {
    const before = catalogue.stamp("article");
    catalogue.took(changed({ op: null, nouns: ["article"], articles: ["a0"], undo: "tag" }));
    await turns();
    expect(catalogue.stamp("article")).toBe(before);
    expect(api.article).not.toHaveBeenCalled();
    expect(catalogue.undo).toBe("tag");
  });

  it("fetches all where another program wrote", async () => {
    const before = catalogue.stamp("party");
    catalogue.took(changed({ op: null, elsewhere: true }));
    await turns();
    expect(catalogue.stamp("party")).toBeGreaterThan(before);
    expect(api.article).toHaveBeenCalledWith("a0");
    expect(api.listArticles).toHaveBeenCalled();
  });

  it("shows a neighbour where the article on the screen went", async () => {
    list.choose(0);
    api.article.mockImplementation((id) =>
      id === "a0" ? Promise.reject({ code: "not_found", data: null }) : Promise.resolve(article(id)),
    );
    api.listArticles.mockImplementation(({ offset, limit }) =>
      pages(2)({ offset: offset + 1, limit }).then(({ rows }) => page(2, rows)),
    );
    catalogue.took(changed({ nouns: ["article"], articles: ["a0"] }));
    await vi.waitFor(() => expect(reading.record?.id).toBe("a1"));
  });

  it("shows the article that one was in before, where undo took away the one on the screen", async () => {
    const gone = new Set<string>();
    api.article.mockImplementation((id) =>
      gone.has(id) ? Promise.reject({ code: "not_found", data: null }) : Promise.resolve(article(id)),
    );
    for (const id of ["a2", "a1", "a0", "new"]) await reading.open(id);
    // The one before was taken away too, by somebody else.
    gone.add("new").add("a0");
    const write = catalogue.attempt(Promise.resolve(written({}, { nouns: ["article"], articles: ["new"] })), "back");
    await write;
    await vi.waitFor(() => expect(list.chosen).toBe(1));
    expect([reading.record?.id, reading.problem]).toEqual(["a1", null]);
  });

  it("says what can be taken back, and when it was saved", () => {
    catalogue.took(changed({ undo: "tag", redo: "untag", saved_at: "2026-05-01T10:00:00Z" }));
    expect([catalogue.undo, catalogue.redo, catalogue.savedAt]).toEqual(["tag", "untag", "2026-05-01T10:00:00Z"]);
    catalogue.took(changed({ op: null, saved_at: "2027-01-01T00:00:00Z" }));
    expect(catalogue.savedAt).toBe("2026-05-01T10:00:00Z");
  });

  it("is forgotten with its library", () => {
    const before = catalogue.stamp("party");
    catalogue.took(changed({ undo: "tag" }));
    catalogue.forget();
    expect([catalogue.undo, catalogue.savedAt]).toEqual([null, null]);
    expect(catalogue.stamp("party")).toBeGreaterThan(before);
    library.undo = "register";
    catalogue.begin();
    expect(catalogue.undo).toBe("register");
    library.undo = null;
  });

  it("is heard of from other programs", async () => {
    let tell: (changed: Changed) => void = () => undefined;
    api.onChanged.mockImplementation((take) => {
      tell = take;
      return Promise.resolve(() => undefined);
    });
    await listenForChanges();
    tell(changed({ elsewhere: true }));
    await turns();
    expect(api.article).toHaveBeenCalledWith("a0");
  });
});

describe("a write", () => {
  it("counts as under way until it is answered, well or not", async () => {
    const { promise, answer } = later<ReturnType<typeof written<string>>>();
    const writing = catalogue.write(promise);
    expect(catalogue.saving).toBe(1);
    answer(written("id"));
    expect(await writing).toBe("id");
    expect(catalogue.saving).toBe(0);
    await expect(catalogue.write(Promise.reject({ code: "busy", data: null }))).rejects.toEqual({
      code: "busy",
      data: null,
    });
    expect(catalogue.saving).toBe(0);
  });

  it("that is only attempted tells its failure in the window", async () => {
    expect(await catalogue.attempt(Promise.reject({ code: "busy", data: { by: "x" } }))).toBeUndefined();
    expect(catalogue.problem).toEqual({ code: "busy", data: { by: "x" } });
  });
});

describe("what is typed and not yet written", () => {
  it("is written by settle, all of it, and a failure is told", async () => {
    const good = vi.fn(() => Promise.resolve(true));
    const bad = vi.fn(() => Promise.resolve(false));
    const forgets = [catalogue.settleWith(good), catalogue.settleWith(bad)];
    expect(await catalogue.settle()).toBe(false);
    expect(good).toHaveBeenCalledOnce();
    expect(bad).toHaveBeenCalledOnce();
    forgets[1]?.();
    expect(await catalogue.settle()).toBe(true);
    expect(bad).toHaveBeenCalledOnce();
    forgets[0]?.();
  });

  it("says that something typed is not written as long as anybody holds it", () => {
    let held = true;
    const forget = catalogue.settleWith(
      () => Promise.resolve(false),
      () => (held ? { code: "busy", data: null } : null),
    );
    expect(catalogue.unwritten).toBe(true);
    held = false;
    expect(catalogue.unwritten).toBe(false);
    held = true;
    forget();
    expect(catalogue.unwritten).toBe(false);
  });

  it("is written once the library is back in its place, whoever asks it first", async () => {
    const gone = { code: "library_missing", data: null };
    let held: typeof gone | null = null;
    const write = vi.fn(() => Promise.resolve(true));
    const forget = catalogue.settleWith(write, () => held);
    catalogue.took(changed({ elsewhere: true }));
    await turns();
    expect(write, "nothing waits for the library").not.toHaveBeenCalled();

    held = gone;
    api.listArticles.mockRejectedValueOnce(gone);
    catalogue.took(changed({ elsewhere: true }));
    await turns();
    expect(write, "it is still away").not.toHaveBeenCalled();

    catalogue.took(changed({ elsewhere: true }));
    await turns();
    expect(write).toHaveBeenCalledOnce();
    forget();
  });

  it("holds the window open once; who asks again may go", async () => {
    const forget = catalogue.settleWith(() => Promise.resolve(false));
    expect(await catalogue.mayClose()).toBe(false);
    expect(catalogue.problem?.code).toBe("unsaved_words");
    expect(await catalogue.mayClose()).toBe(true);
    forget();
    expect(await catalogue.mayClose()).toBe(true);
  });
});

describe("a failure that nothing waits for", () => {
  it("leaves by itself, and takes no other along", () => {
    vi.useFakeTimers();
    const problem = { code: "original_not_shown", data: { file: "a.pdf" } };
    catalogue.tellProblem(problem);
    expect(catalogue.problem).toBe(problem);
    vi.advanceTimersByTime(20_000);
    expect(catalogue.problem).toBeNull();
    catalogue.tellProblem(problem);
    const other = { code: "library_busy", data: null };
    catalogue.problem = other;
    vi.advanceTimersByTime(20_000);
    expect(catalogue.problem).toBe(other);
    catalogue.problem = null;
    vi.useRealTimers();
  });
});

describe("an edit of what somebody else changed too", () => {
  const seen = seenOf("post", "p", { kind: "office", title: "әкім" });
  const clash = {
    code: "edit_conflict",
    data: { noun: "post", id: "p", field: "kind", seen: "", now: "degree", mine: "" },
  };

  it("is written again over what one has seen by now, where one keeps one's own", async () => {
    const writing = vi.fn<(seen: SeenValue[]) => Promise<Written<string>>>();
    writing.mockRejectedValueOnce(clash).mockResolvedValueOnce(written("done"));
    const edit = catalogue.edit(seen, writing);
    await turns();
    expect(conflicts.now?.conflict).toEqual(clash.data);
    conflicts.now?.answer("mine");
    expect(await edit).toBe("done");
    expect(writing.mock.lastCall).toEqual([seenOf("post", "p", { kind: "degree", title: "әкім" })]);
  });

  it("leaves theirs, and fetches it", async () => {
    const edit = catalogue.edit(seen, () => Promise.reject(clash));
    await turns();
    conflicts.now?.answer("theirs");
    expect(await edit).toBeUndefined();
    await turns();
    expect(api.article).toHaveBeenCalledWith("a0");
  });

  it("fails where neither is chosen", async () => {
    const edit = catalogue.edit(seen, () => Promise.reject(clash));
    await turns();
    conflicts.now?.answer(null);
    await expect(edit).rejects.toEqual(clash);
    expect(conflicts.now).toBeUndefined();
  });

  it("asks about one after the other", async () => {
    const edits = [1, 2].map(() => catalogue.edit(seen, () => Promise.reject(clash)));
    await turns();
    const first = conflicts.now;
    first?.answer("theirs");
    expect(conflicts.now).not.toBe(first);
    conflicts.now?.answer("theirs");
    expect(await Promise.all(edits)).toEqual([undefined, undefined]);
  });
});
