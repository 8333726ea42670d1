//! A transfer to another archive in the window: from its scope to the archive's decision.

use fantoccini::Client;
use muragat_tests::hand::{act, answer, click, run, text, until, write};
use muragat_tests::library::Library;
use muragat_tests::screen::Screen;

/// Clicks the button of the open dialog that holds these words.
async fn button(window: &Client, words: &str) {
    let found = format!(
        "[...document.querySelectorAll('dialog[open] button')].find((one) => one.textContent.includes('{words}') && !one.disabled)"
    );
    until(window, &found).await;
    run(window, &format!("{found}.click()")).await;
}

/// Types into the open dialog's field of a label; the first of several.
async fn fill(window: &Client, label: &str, words: &str) {
    let found = format!(
        "[...document.querySelectorAll('dialog[open] .field')].find((one) => one.querySelector('label').textContent.trim() === '{label}').querySelector('input')"
    );
    run(window, &format!("{found}.focus(); {found}.select()")).await;
    write(window, words).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_goes_from_its_scope_to_the_archives_decision() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    // What is a draft stays where it is, unless one names it.
    for reference in ["2026-0001", "2026-0002"] {
        library.muragat(&["register", reference]);
    }
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=document] h1')").await;

    act(window, "transfer.begin").await;
    until(
        window,
        "document.querySelector('dialog[open] input[value=all]')",
    )
    .await;
    click(window, "dialog[open] input[value=all]").await;
    button(window, "Әрі қарай").await;
    fill(window, "Ұйымның атауы", "Көктөбе қаласының әкімдігі").await;
    fill(window, "Архивтің атауы", "Көктөбе облыстық архиві").await;
    fill(window, "Акт №", "7").await;
    button(window, "Әрі қарай").await;
    until(window, "document.querySelector('dialog[open] .amount')").await;
    button(window, "Тапсыруды бастау").await;

    // the transfer's own page, and its export into a folder that the system's dialog is given
    until(window, "document.querySelector('dialog[open] .page')").await;
    // a folder that is not hidden: the system's dialog completes no hidden names
    let room = tempfile::Builder::new().prefix("room-").tempdir().unwrap();
    let target = room.path().join("tapsyru");
    answer(&screen, &target, async || {
        button(window, "Орнын таңдап").await;
    })
    .await;
    until(
        window,
        "document.querySelector('dialog[open] .page [role=status]')",
    )
    .await;
    for name in [
        "акт.kk.pdf",
        "акт.ru.html",
        "тізімдеме.kk.html",
        "тізімдеме.ru.pdf",
        "Топтама/bagit.txt",
    ] {
        assert!(target.join(name).is_file(), "{name}");
    }
    let act_page = std::fs::read_to_string(target.join("акт.kk.html")).unwrap();
    assert!(act_page.contains("№ 7") && act_page.contains("Көктөбе облыстық архиві"));

    // a signature is kept, and each step said
    let signature = room.path().join("акт.kk.pdf.cms");
    std::fs::write(&signature, b"signed").unwrap();
    answer(&screen, &signature, async || {
        button(window, "Қолтаңба файлын қосу").await;
    })
    .await;
    until(
        window,
        "document.querySelector('dialog[open] .page li')?.textContent.includes('акт.kk.pdf.cms')",
    )
    .await;
    button(window, "Жіберілді деп белгілеу").await;
    until(
        window,
        "document.querySelector('dialog[open] .state b').textContent === 'жіберілді'",
    )
    .await;
    run(
        window,
        "document.querySelector('dialog[open] .why input').focus()",
    )
    .await;
    write(window, "Тізімдемеде қате бар").await;
    button(window, "Архив қайтарды").await;
    until(window, "document.querySelector('dialog[open] .warn')?.textContent.includes('Тізімдемеде қате бар')").await;
    button(window, "Жіберілді деп белгілеу").await;
    button(window, "Архив қабылдады").await;
    until(
        window,
        "document.querySelector('dialog[open] .state b').textContent === 'қабылданды'",
    )
    .await;
    button(window, "Барлық тапсырулар").await;
    let row = text(window, "dialog[open] tbody tr").await;
    assert!(
        row.contains("Көктөбе облыстық архиві") && row.contains("қабылданды"),
        "{row}"
    );
    screen.close().await;
}
