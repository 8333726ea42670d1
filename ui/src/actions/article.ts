/** What one does with articles, their texts and units. */

import { copyReferences, draftsTitle, mayChangeDrafts, onSeveral, severalTitle } from "./several";
import { compareActions } from "./compare";
import { copyText } from "../screen/clipboard";
import { t } from "../words/language.svelte";
import { batching } from "../state/batching.svelte";
import { deletable, deleteArticle, deleteVersion, versionDeletable } from "../state/deleting.svelte";
import { drafting } from "../state/drafting.svelte";
import { dropping } from "../state/dropping.svelte";
import { intake } from "../state/intake.svelte";
import { intakeReport } from "../state/intake-report.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { originalNow, showOriginal } from "../state/originals";
import { reading } from "../state/reading.svelte";
import { views } from "../state/view.svelte";
import { watched } from "../state/watched.svelte";
import type { Action } from "./registry";

const isOpen = () => library.phase === "open";
/** What can be written to at all. */
const writable = () => isOpen() && library.info?.read_only === false;
const onArticles = () => views.now.kind === "articles";
const hasArticle = () => onArticles() && reading.record !== null;
/** The last of all that Escape means: whatever is nearer goes first. */
export const intakeActions: readonly Action[] = [
  {
    id: "intake.stop",
    title: "action-intake-stop",
    menu: "document",
    section: "section-new",
    keys: ["Escape"],
    enabled: () => intake.running !== undefined,
    run: () => intake.stop(),
  },
];

/** What came last, told once more. */
const reportAction: Action = {
  id: "intake.report",
  title: "action-intake-report",
  menu: "document",
  section: "section-new",
  keys: [],
  enabled: () => isOpen() && intakeReport.last !== null,
  run: () => void intakeReport.reopen(),
};

/** Whether what is done is about the article on the screen, and no selection. */
const hasOne = () => hasArticle() && !onSeveral();

export const articleActions: readonly Action[] = [
  {
    id: "article.new",
    title: "action-article-new",
    menu: "document",
    section: "section-new",
    keys: ["Ctrl+KeyN"],
    enabled: writable,
    run: () => void drafting.newArticle(null),
  },
  {
    id: "article.open",
    title: "action-article-open",
    menu: "document",
    section: "section-new",
    keys: ["Ctrl+KeyO"],
    enabled: writable,
    run: () => void intake.open(),
  },
  {
    id: "article.open-folder",
    title: "action-article-open-folder",
    menu: "document",
    section: "section-new",
    keys: [],
    enabled: writable,
    run: () => void intake.pickFolder().then((folder) => (folder === undefined ? undefined : dropping.take([folder]))),
  },
  {
    id: "watched.show",
    title: "action-watched-show",
    titleNow: () =>
      watched.count > 0 ? t("action-watched-show-count", { count: watched.count }) : t("action-watched-show"),
    menu: "document",
    section: "section-new",
    keys: ["Ctrl+Shift+KeyI"],
    // A key that has nothing to show says so.
    enabled: writable,
    run: () => void watched.show(),
  },
  reportAction,
  {
    id: "article.from-photos",
    title: "action-article-from-photos",
    menu: "document",
    section: "section-new",
    keys: [],
    enabled: writable,
    run: () => void intake.fromPhotos(),
  },
  {
    id: "text.edit",
    title: "action-text-edit",
    menu: "document",
    section: "section-document",
    keys: ["F2"],
    enabled: () => writable() && hasArticle() && drafting.possible && drafting.draft === null,
    run: () => void drafting.edit(),
  },
  {
    id: "text.leave",
    title: "action-text-leave",
    menu: "document",
    section: "section-document",
    keys: ["F2"],
    enabled: () => drafting.draft !== null,
    run: () => void drafting.leave(),
  },
  {
    id: "article.register",
    title: "action-register",
    titleNow: () => (onSeveral() ? draftsTitle("action-register-several") : t("action-register")),
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Shift+KeyR"],
    enabled: () =>
      mayChangeDrafts() ||
      (writable() && hasOne() && (reading.record?.versions ?? []).some(({ fixed_at }) => fixed_at === null)),
    run: () => void (onSeveral() ? batching.ask("register") : drafting.ask("register")),
  },
  {
    id: "version.add",
    title: "action-version-add",
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Shift+KeyN"],
    enabled: () => writable() && hasOne() && reading.version !== undefined,
    run: () => void drafting.ask("version"),
  },
  {
    id: "article.show-original",
    title: "original-show",
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Alt+KeyO"],
    enabled: () => hasOne() && originalNow() !== undefined,
    run: () => {
      const file = originalNow();
      if (file !== undefined) void showOriginal(file);
    },
  },
  ...compareActions,
  {
    id: "version.delete",
    title: "action-version-delete",
    menu: "document",
    section: "section-delete",
    keys: [],
    enabled: () => writable() && hasOne() && versionDeletable(),
    run: () => void deleteVersion(),
  },
  {
    id: "article.delete",
    title: "action-article-delete",
    titleNow: () => (onSeveral() ? draftsTitle("action-delete-several") : t("action-article-delete")),
    menu: "document",
    section: "section-delete",
    keys: ["Ctrl+Delete"],
    enabled: () => mayChangeDrafts() || (writable() && hasOne() && deletable()),
    run: () => void (onSeveral() ? batching.ask("delete") : deleteArticle()),
  },
  {
    id: "reference.copy",
    title: "action-reference-copy",
    titleNow: () => (onSeveral() ? severalTitle("action-copy-references") : t("action-reference-copy")),
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Shift+KeyC"],
    enabled: hasArticle,
    run: () => void (onSeveral() ? copyReferences() : copyText(reading.record?.reference ?? "")),
  },
  {
    id: "library.refresh",
    title: "action-refresh",
    menu: "document",
    section: "section-library",
    keys: ["F5"],
    run: () => {
      void library.open().then(() => (library.phase === "open" ? list.ask() : undefined));
      reading.refresh();
    },
  },
];
