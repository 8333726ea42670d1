//! index.html, the way in: units, search, the list of articles; and verify.html, how to check the bundle.

use muragat_archive::record::UnitRecord;
use muragat_archive::record::terms::Level;

use crate::viewer::html;
use crate::viewer::messages::Messages;
use crate::viewer::page::Page;
use crate::xml::Element;

/// index.html. `title`: of the whole, or empty. `units`: from the top down, each with how many articles lie in it and below;
/// `all` and `loose`: how many there are, and in no unit.
pub(crate) fn list_page(
    title: &str,
    units: &[(&UnitRecord, usize)],
    all: usize,
    loose: usize,
    words: &Messages,
) -> Vec<u8> {
    let word = words.get("viewer-articles").map_or("", String::as_str);
    let (title, title_id) = if title.is_empty() {
        (word, Some("viewer-articles"))
    } else {
        (title, None)
    };
    let page = Page {
        words,
        top: "",
        kind: "list",
        title,
        title_id,
    };
    let heading = match title_id {
        Some(id) => page.label("h1", id),
        None => Element::of("h1", title),
    };
    let line = |target: &str, label: Element, count: usize, class: &str| {
        Element::new("li").with("class", class).child(
            Element::new("a")
                .with("href", target)
                .child(label)
                .child(Element::of("span", count.to_string()).with("class", "number")),
        )
    };
    let tree = units.iter().map(|(unit, count)| {
        let class = match unit.level {
            Level::Fonds => "fonds",
            Level::Inventory => "inventory",
            Level::File => "file",
        };
        let name = unit.name();
        let code =
            (name != unit.title).then(|| Element::of("span", &unit.code).with("class", "code"));
        let label = match code {
            Some(code) => Element::new("span")
                .child(code)
                .text(format!(" {}", unit.title)),
            None => Element::of("span", name),
        };
        line(&format!("#unit={}", unit.id), label, *count, class)
    });
    let tray = (loose > 0 && loose < all).then(|| {
        line(
            "#unit=none",
            page.label("span", "viewer-in-tray"),
            loose,
            "fonds",
        )
    });
    let tree = Element::new("nav")
        .with("class", "units")
        .with("aria-label", page.say("viewer-units"))
        .with("data-l10n-label", "viewer-units")
        .child(
            Element::new("ul")
                .child(line("#", page.label("span", "viewer-all"), all, "all"))
                .children(tree)
                .children(tray),
        );
    let form = Element::new("form")
        .with("class", "search")
        .with("role", "search")
        .child(
            Element::new("p")
                .child(page.label("label", "viewer-search").with("for", "query"))
                .child(
                    Element::new("input")
                        .with("id", "query")
                        .with("type", "search")
                        .with("autocomplete", "off")
                        .with("spellcheck", "false")
                        .with("placeholder", page.say("viewer-search-hint"))
                        .with("data-l10n-placeholder", "viewer-search-hint"),
                ),
        );
    let main = Element::new("main")
        .with("id", "main")
        .with("class", "list")
        .child(heading)
        .child(form)
        .child(Element::new("noscript").child(page.label("p", "viewer-no-script")))
        .child(
            Element::new("p")
                .with("id", "status")
                .with("class", "status")
                .with("role", "status"),
        )
        .child(Element::new("ol").with("id", "rows").with("class", "rows"))
        .child(
            page.label("button", "viewer-more")
                .with("id", "more")
                .with("type", "button")
                .with("hidden", ""),
        );
    let panes = Element::new("div")
        .with("class", "panes")
        .child(tree)
        .child(main);
    html::document(&page.around(vec![panes]))
}

/// verify.html.
pub(crate) fn verify_page(words: &Messages) -> Vec<u8> {
    let title = words.get("viewer-verify").map_or("", String::as_str);
    let page = Page {
        words,
        top: "",
        kind: "verify",
        title,
        title_id: Some("viewer-verify"),
    };
    let part = |id: &str, commands: &[&str]| {
        Element::new("section")
            .child(page.label("h2", id))
            .child(page.label("p", &format!("{id}-text")))
            .children(
                commands
                    .iter()
                    .map(|command| Element::new("pre").child(Element::of("code", *command))),
            )
    };
    let windows = "Get-Content manifest-sha256.txt -Encoding UTF8 | ForEach-Object {\n  $sum, $path = $_ -split '\\s+', 2\n  if (-not (Test-Path -LiteralPath $path) -or (Get-FileHash -LiteralPath $path).Hash -ne $sum) { $path }\n}";
    let main = Element::new("main")
        .with("id", "main")
        .with("class", "card prose")
        .child(page.label("h1", "viewer-verify"))
        .child(page.label("p", "verify-intro"))
        .child(page.label("p", "verify-where"))
        .child(part("verify-muragat", &["muragat verify ."]))
        .child(part(
            "verify-unix",
            &[
                "sha256sum -c manifest-sha256.txt",
                "shasum -a 256 -c manifest-sha256.txt",
            ],
        ))
        .child(part("verify-windows", &[windows]))
        .child(part(
            "verify-python",
            &["pip install bagit\nbagit.py --validate ."],
        ))
        .child(part(
            "verify-by-hand",
            &["certutil -hashfile bagit.txt SHA256"],
        ))
        .child(part("verify-fails", &[]))
        .child(page.label("p", "viewer-licence").with("class", "small"));
    html::document(&page.around(vec![main]))
}
