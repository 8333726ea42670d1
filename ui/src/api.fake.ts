/**
 * Invented articles for `npm run dev`, to look at screens without Rust. The build leaves this file
 * out. In the address, `?library=none|empty|damaged` shows those states.
 */

import type { Api } from "./api";
import type {
  ArticleLine,
  ArticleRecord,
  HistoryLine,
  MentionRecord,
  ParticipationRecord,
  PartyKind,
  PartyRecord,
  PhotoRecord,
  QuoteRecord,
  Role,
  UnitLine,
  VersionRecord,
} from "./types";

const query = new URLSearchParams(location.search);
const mode = query.get("library");
const total = mode === "empty" ? 0 : 50_000;

const body = `Жиынға қоғамдық кеңестер мүшелері, жергілікті мәслихаттар төрағалары, зиялы қауым өкілдері – жалпы жүзден астам адам қатысты. Атап өтсек, жиынға облыстық мәслихаттың төрағасы, Конституциялық реформа жөніндегі комиссия мүшесі, өңірлік коалиция төрағасының орынбасары Гүлнар Тойлыбаева модераторлық етті.
Жиынның кіріспе сөзінде Бейбіт Исабаев Конституцияда ұсынылып отырған өзгерістердің негізінде жатқан басты қағидаттарға тоқталды.
"Атап айтқанда, біріншіден, Парламент пен өкілді органдардың рөлін күшейту. Екіншіден, азаматтардың мемлекетті басқару процесіне қатысуын кеңейту. Ал сенім – бүгінгі таңда үлкен күш және стратегиялық даму ресурсы", – деп атап өтті Б. Исабаев.
Сурет: Жетісу облысы әкімдігінің баспасөз қызметі
"Бүгінде еліміз дұрыс бағытта дамып келеді. Адал еңбек ету, бір мақсатқа жұмылу – бәріміздің ортақ міндетіміз", – деді Қазақстанның халық әртісі, Б. Римова атындағы академиялық драма театрының актрисасы Алмахан Кенжебекова.
Ал "Ерлік" қимыл қозғалысы кем мүгедектер қоғамдық бірлестігінің жетекшісі Роза Ақжаркенова сайлау учаскелерінің мүмкіндігі шектеулі азаматтар үшін қолжетімді болуы маңызды екенін айтты.
"Біздің Жетісу өңірінде мүгедектігі бар азаматтарды қолдауға ерекше көңіл бөлінген", – деді Роза Ақжаркенова.
Жетісу университетінің Басқарма төрағасы-ректоры Ермек Бөрібаев жаңа Конституция жобасында мәдениет пен білімге басымдық беріліп отырғанын тілге тиек етті.`;

const people: [string, string[], Role[], string | null][] = [
  ["Бейбіт Исабаев", ["облыс әкімі"], ["host", "speaker"], null],
  [
    "Гүлнар Тойлыбаева",
    [
      "облыстық мәслихаттың төрағасы",
      "Конституциялық реформа жөніндегі комиссия мүшесі",
      "өңірлік коалиция төрағасының орынбасары",
    ],
    ["moderator"],
    "облыстық мәслихат",
  ],
  [
    "Алмахан Кенжебекова",
    ["Қазақстанның халық әртісі", "Б. Римова атындағы академиялық драма театрының актрисасы"],
    ["speaker"],
    "Б. Римова атындағы академиялық драма театры",
  ],
  [
    "Роза Ақжаркенова",
    ['"Ерлік" қимыл қозғалысы кем мүгедектер қоғамдық бірлестігінің жетекшісі'],
    ["speaker"],
    '"Ерлік" қимыл қозғалысы кем мүгедектер қоғамдық бірлестігі',
  ],
  ["Ермек Бөрібаев", ["Жетісу университетінің Басқарма төрағасы-ректоры"], ["speaker"], "Жетісу университеті"],
  ["Б. Римова", [], ["mentioned"], null],
];
const organisations = [
  "облыстық мәслихат",
  "Б. Римова атындағы академиялық драма театры",
  '"Ерлік" қимыл қозғалысы кем мүгедектер қоғамдық бірлестігі',
  "Жетісу университеті",
  "Жетісу облысы әкімдігінің баспасөз қызметі",
];

const idOf = (name: string) => `party-${[...people.map(([name]) => name), ...organisations].indexOf(name)}`;

function party(name: string, kind: PartyKind): PartyRecord {
  return {
    id: idOf(name),
    kind,
    name,
    names: [],
    date_from: null,
    date_to: null,
    bin: null,
    predecessor: null,
    parent: null,
    note: null,
    posts: [],
  };
}

/** Every place of the body that starts as the name does, up to the end of the word. */
function mentions(): MentionRecord[] {
  const found: MentionRecord[] = [];
  const add = (needle: string, party: string | null, place: string | null) => {
    for (const match of body.matchAll(new RegExp(`${needle.replace(".", "\\.")}[а-яәіңғүұқөһ]*`, "giu"))) {
      const id = `mention-${found.length}`;
      const end = match.index + match[0].length;
      found.push({ id, party, place, start: match.index, end, text: match[0], state: "fresh" });
    }
  };
  for (const [name] of people) add(name, idOf(name), null);
  for (const name of organisations) add(name.slice(0, -1), idOf(name), null);
  add("Б. Исабаев", idOf("Бейбіт Исабаев"), null);
  add("Жетісу өңірі", null, "place-0");
  return found.sort((one, other) => one.start - other.start);
}

function quotes(): QuoteRecord[] {
  const speakers = ["Бейбіт Исабаев", "Алмахан Кенжебекова", "Роза Ақжаркенова"];
  return [...body.matchAll(/(?<=^")[^"]+(?=", –)/gm)].map((match, index) => ({
    id: `quote-${index}`,
    speech: "direct",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    speaker: idOf(speakers[index] ?? ""),
  }));
}

function photo(index: number, change: Partial<PhotoRecord>): PhotoRecord {
  return {
    id: `photo-${index}`,
    name: `IMG_${5190 + index}.jpg`,
    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    size: 3_482_117,
    media_type: "image/jpeg",
    width: 3000,
    height: 2000,
    undrawable: null,
    texts: [],
    credit: "Жетісу облысы әкімдігінің баспасөз қызметі",
    photographer: null,
    taken_at: "2026-02-27T11:04:00",
    place: "Талдықорған",
    rights: null,
    instructions: null,
    digital_source_type: null,
    event: null,
    regions: [],
    ...change,
  };
}

const caption = (text: string) => [{ language: "kk", kind: "caption" as const, text }];

const titles = [
  "Бейбіт Исабаев жаңа Конституцияның жобасын талқылау жиынын өткізді",
  "Жетісу университетінде ғылыми зертхана ашылды",
  "Аким области провёл приём граждан",
  "Су тасқынына қарсы штаб отырысы өтті",
  "«Ерлік» бірлестігі инватакси қызметін талқылады",
  "Кәсіпкерлер палатасы шағын бизнеске арналған форум өткізеді",
  "Жас мамандарға тұрғын үй кілті табысталды",
  "Облыстық мәслихаттың кезектен тыс сессиясы",
];

function line(index: number): ArticleLine {
  const day = new Date(Date.UTC(2026, 1, 27) - Math.floor(index / 3) * 86_400_000);
  return {
    id: `article-${index}`,
    reference: `ЖО-1/2026-${String(611 - (index % 611)).padStart(4, "0")}`,
    title: titles[index % titles.length] ?? "",
    date: day.toISOString().slice(0, 10),
    state: index % 11 === 3 ? "withdrawn" : index % 5 === 1 ? "draft" : "registered",
    access: index % 8 === 5 ? "embargo" : "open",
    embargo_until: index % 8 === 5 ? "2026-03-01" : null,
    languages: ["kk"],
    people: (index * 7) % 10,
    photos: (index * 3 + 3) % 13,
    unit: "unit-2026",
  };
}

const units: UnitLine[] = [
  { id: "unit-1", parent: null, level: "fonds", code: "ЖО", title: "Жетісу облысының әкімдігі", articles: 4218 },
  { id: "unit-2", parent: "unit-1", level: "inventory", code: "1", title: "1-тізімдеме", articles: 4218 },
  { id: "unit-2026", parent: "unit-2", level: "file", code: "2026", title: "2026 жыл", articles: 611 },
  { id: "unit-2025", parent: "unit-2", level: "file", code: "2025", title: "2025 жыл", articles: 1904 },
  { id: "unit-3", parent: null, level: "fonds", code: "ЖМ", title: "Жетісу облыстық мәслихаты", articles: 903 },
];

function article(id: string): ArticleRecord {
  const index = Number(id.split("-")[1]);
  const of = line(index);
  const empty = index % 8 === 7;
  const version: VersionRecord = {
    id: `${id}-kk`,
    language: "kk",
    title: of.title,
    body,
    relation: "original",
    of: null,
    fixed_at: "2026-02-27T09:12:00Z",
    files: [
      {
        id: "file-0",
        name: "жиын 27.02.docx",
        sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        size: 48_213,
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        encoding: null,
      },
    ],
    mentions: empty ? [] : mentions(),
    quotes: quotes(),
  };
  const cast: ParticipationRecord[] = people.map(([name, positions, roles, behalf]) => ({
    id: `cast-${name}`,
    party: idOf(name),
    roles,
    on_behalf_of: behalf === null ? null : idOf(behalf),
    positions: positions.map((text) => ({ id: `${name}${text}`, version: version.id, text, post: null })),
  }));
  for (const name of organisations) {
    cast.push({ id: `cast-${name}`, party: idOf(name), roles: ["mentioned"], on_behalf_of: null, positions: [] });
  }
  return {
    id,
    reference: of.reference,
    state: of.state,
    kind: "баспасөз хабарламасы",
    outgoing_number: "04-12/318",
    outgoing_date: "2026-02-27",
    publication_date: of.date,
    captured_on: "2026-02-27",
    source_url: null,
    rights: null,
    note: null,
    access: { level: of.access, until: of.embargo_until, reason: null, decided_by: null },
    units: units.slice(0, 3).map((unit) => ({
      ...unit,
      creator: null,
      date_from: null,
      date_to: null,
      extent: null,
      retention_period: null,
      retention_article: null,
      note: null,
    })),
    subjects: ["Конституциялық реформа", "Референдум"],
    places: [{ id: "place-0", name: "Жетісу облысы", code: null, heading: true }],
    events: [{ id: "event-0", name: "Жаңа Конституция жобасын талқылау жиыны", date: "2026-02-27", place: null, reported: true }],
    versions: [
      version,
      {
        ...version,
        id: `${id}-ru`,
        language: "ru",
        relation: "translates",
        of: version.id,
        title: "Бейбит Исабаев провёл обсуждение проекта новой Конституции",
        body: "В обсуждении приняли участие более ста человек.",
        mentions: [],
        quotes: [],
        files: [],
      },
    ],
    cast: empty ? [] : cast,
    photos: empty
      ? []
      : [
          photo(0, {
            texts: caption("Жиын залы"),
            regions: [{ id: "region-0", party: idOf("Роза Ақжаркенова"), x: 0.3, y: 0.3, w: 0.1, h: 0.2 }],
          }),
          photo(1, { texts: caption("Роза Ақжаркенова сөз сөйлеп тұр"), width: 1500, height: 2000 }),
          photo(2, { credit: null }),
          photo(3, { undrawable: "heic", name: "IMG_5195.HEIC", width: null, height: null }),
          photo(4, { name: "жоқ сурет.jpg" }),
        ],
    parties: [...people.map(([name]) => party(name, "person")), ...organisations.map((name) => party(name, "organisation"))],
    decisions: [],
    created_at: "2026-02-27T09:00:00Z",
  };
}

const colours = ["#8fb3cf", "#47586b", "#d8d3c8"];

/** A little time, as a real answer takes. */
function later<Value>(value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), 15));
}

function op(number: number, kind: string, undone = false): HistoryLine {
  const at = `2026-02-27T09:0${number}:00Z`;
  return { op: number, at, actor: "Айгүл С.", device: "pc-12", kind, reverts: null, undone, changes: [] };
}

export const fake: Api = {
  startup: () => {
    const path = "/home/aigul/Құжаттар/облыс.muragat";
    const language = query.get("language");
    if (mode === "none" || mode === "damaged") {
      const code = mode === "none" ? "library_missing" : "library_damaged";
      return later({ library: null, problem: { code, data: { path } }, language });
    }
    const library = { name: "облыс", path, read_only: false, articles: total, warnings: [] };
    return later({ library, problem: null, language });
  },
  listArticles: ({ offset, limit, text, in_tray }) => {
    const rows = Array.from({ length: in_tray ? 12 : total }, (_, index) => index)
      .filter((index) => text === null || (titles[index % 8] ?? "").toLowerCase().includes(text.toLowerCase()));
    return later({ total: rows.length, rows: rows.slice(offset, offset + limit).map(line) });
  },
  article: (id) =>
    id === "article-6"
      ? Promise.reject({ code: "not_found", data: { noun: "article", id } })
      : later(article(id)),
  units: () => later(mode === "empty" ? [] : units),
  history: () =>
    later([
      op(3, "register"),
      op(2, "tag", true),
      op(1, "add_article"),
    ]),
  photoUrl: (id) => {
    const index = Number(id.split("-")[1]);
    if (index === 4) return "/none.jpg";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path fill="${colours[index % 3]}" d="M0 0h30v20H0z"/><path fill="#5d4b3a" d="M0 20 30 8v12z"/></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  },
  setTitle: () => Promise.resolve(),
};
