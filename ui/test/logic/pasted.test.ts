import { describe, expect, it } from "vitest";

import { isPageSource, isRelease, pathsIn, textOfMarkup, type MarkupNode } from "../../src/logic/pasted";

/** An element with what is in it. */
function element(nodeName: string, ...children: readonly (MarkupNode | string)[]): MarkupNode {
  const childNodes = children.map((child) =>
    typeof child === "string" ? { nodeType: 3, nodeName: "#text", nodeValue: child, childNodes: [] } : child,
  );
  return { nodeType: 1, nodeName, nodeValue: null, childNodes };
}

describe("the words of a page", () => {
  it("keep their paragraphs, and lose their marks", () => {
    const page = element(
      "BODY",
      "\n  ",
      element("H1", "Облыс әкімі ", element("B", "жиын"), " өткізді"),
      element("P", "Бірінші\n   абзац.", element("BR"), "Жаңа жол."),
      element("DIV", element("DIV", element("P", "Екінші"), "\n")),
    );
    expect(textOfMarkup(page)).toBe("Облыс әкімі жиын өткізді\n\nБірінші абзац.\nЖаңа жол.\n\nЕкінші");
  });

  it("have a line for each item and row", () => {
    const page = element(
      "BODY",
      element("P", "Қатысты:"),
      element("UL", element("LI", "бір"), " ", element("LI", element("SPAN", "екі"))),
      element("TABLE", element("TR", element("TD", "А"), element("TD", "1")), element("TR", element("TD", "Б"))),
    );
    expect(textOfMarkup(page)).toBe("Қатысты:\n\nбір\nекі\n\nА 1\nБ");
  });

  it("are none of what a browser does not show", () => {
    const page = element(
      "HTML",
      element("HEAD", element("TITLE", "сайт"), element("STYLE", "p {}")),
      element("BODY", element("SCRIPT", "alert(1)"), element("P", "Мәтін")),
    );
    expect(textOfMarkup(page)).toBe("Мәтін");
    expect(textOfMarkup(element("BODY", " \n "))).toBe("");
  });
});

it("knows a page's source from words", () => {
  expect(isPageSource(" <!DOCTYPE html><p>")).toBe(true);
  expect(isPageSource("<html lang=kk>")).toBe(true);
  expect(isPageSource("<Жедел хабар> су тасқыны")).toBe(false);
});

describe("a release", () => {
  it("has more than a title", () => {
    expect(isRelease("Тақырып\r\n\r\nМәтін")).toBe(true);
    expect(isRelease("а".repeat(301))).toBe(true);
    expect(isRelease(" Тақырып \n")).toBe(false);
  });
});

describe("paths", () => {
  it("are read as file managers copy them", () => {
    expect(pathsIn("file:///home/a/%D1%84%D0%BE%D1%82%D0%BE%201.jpg\r\n")).toEqual(["/home/a/фото 1.jpg"]);
    expect(pathsIn("/tmp/a b.jpg\n/tmp/ә.txt")).toEqual(["/tmp/a b.jpg", "/tmp/ә.txt"]);
    expect(pathsIn("file:///C:/Users/a.jpg")).toEqual(["C:/Users/a.jpg"]);
    expect(pathsIn("C:\\a\\b.jpg")).toEqual(["C:\\a\\b.jpg"]);
  });

  it("are none where there are other words", () => {
    expect(pathsIn("Облыс әкімі\n/tmp/a.jpg")).toEqual([]);
    expect(pathsIn("https://gov.kz/a.jpg")).toEqual([]);
    expect(pathsIn("// remark")).toEqual([]);
    expect(pathsIn("")).toEqual([]);
  });
});
