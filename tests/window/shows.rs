//! What was catalogued is shown; keys, languages.

use fantoccini::Locator;
use muragat_tests::hand::{act, picture, press, text, until};
use muragat_tests::library::{Library, POSITION};
use muragat_tests::screen::Screen;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_catalogued_is_shown() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;

    // The latest article is open, with its list beside it.
    assert_eq!(
        text(window, "[data-pane=document] h1").await,
        "Қаланың жаңа кітапханасы ашылды"
    );
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 2",
    )
    .await;
    until(
        window,
        "document.querySelector('[data-pane=list] .head').innerText.includes('2 құжат')",
    )
    .await;
    assert!(
        text(window, "[data-pane=document] .body")
            .await
            .contains("Кешкі бөлімде Жетісу университетінің ректоры")
    );

    // Who took part: the name, the role in Kazakh, the position as printed, on whose behalf.
    let cast = text(window, "[role=tabpanel]").await;
    for words in [
        "Сәуле Омарова",
        "сөз сөйлеуші",
        POSITION,
        "«Ерлік» қоғамдық бірлестігі",
        "Нұрлан Сейітов",
        "қатысушы",
        "Жетісу университеті",
    ] {
        assert!(cast.contains(words), "{words} is not in {cast}");
    }

    // The mentions are marked at their letters.
    until(
        window,
        "[...document.querySelectorAll('mark.person')].map(mark => mark.textContent).join() === 'Сәуле Омарова,Сәуле Омарова,Нұрлан Сейітов'",
    )
    .await;

    // The photo is drawn, and its caption is told.
    until(window, "[...document.querySelectorAll('.strip img')].some(image => image.complete && image.naturalWidth > 0)").await;
    until(
        window,
        "document.querySelector('.strip small').textContent === 'Салтанатты жиын'",
    )
    .await;
    picture(window, "window-kk.png").await;

    // One key shows it large; Esc takes it away again.
    let listen = "window.refused = []; document.addEventListener('securitypolicyviolation', event => refused.push(`${event.violatedDirective} ${event.blockedURI}`))";
    window.execute(listen, Vec::new()).await.unwrap();
    press(window, 'v').await;
    until(window, "[...document.querySelectorAll('dialog img.contain')].every(image => image.complete && image.naturalWidth > 0)").await;
    until(window, "[...document.querySelectorAll('dialog input, dialog textarea')].some(field => field.value === 'Айгүл Сатова')").await;
    picture(window, "window-photo.png").await;
    press(window, '\u{e00c}').await; // escape
    until(window, "document.querySelector('dialog') === null").await;

    // Nothing that the window does is against its own security policy.
    for tab in ["description", "photos", "history", "cast"] {
        window
            .find(Locator::Id(&format!("tab-{tab}")))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
        until(
            window,
            "document.querySelector('[role=tabpanel]').textContent.trim() !== ''",
        )
        .await;
    }
    let refused = window
        .execute("return window.refused.join()", Vec::new())
        .await
        .unwrap();
    assert_eq!(refused, serde_json::json!(""));

    screen.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_go_through_the_list_and_the_language_can_be_changed() {
    if !Screen::is_possible() {
        return;
    }
    let library = Library::make();
    let screen = Screen::open(&library.path(), &[]).await;
    let window = &screen.window;
    text(window, "[data-pane=document] h1").await;
    until(window, "document.activeElement.matches('[role=listbox]')").await;

    press(window, '\u{e015}').await; // arrow down
    until(
        window,
        "document.querySelector('[data-pane=document] h1').textContent.includes('Су тасқынына')",
    )
    .await;
    until(window, "document.querySelector('[aria-selected=true][role=option]').textContent.includes('Су тасқынына')").await;
    press(window, 'k').await;
    until(
        window,
        "document.querySelector('[data-pane=document] h1').textContent.includes('кітапханасы')",
    )
    .await;
    press(window, '\u{e007}').await; // enter
    until(
        window,
        "document.activeElement.closest('[data-pane=document]')",
    )
    .await;

    // The search answers as one types, and Esc takes it back.
    let field = window.find(Locator::Css("[data-search]")).await.unwrap();
    field.send_keys("тасқын").await.unwrap();
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 1",
    )
    .await;
    field.send_keys("\u{e00c}").await.unwrap();
    until(
        window,
        "document.querySelectorAll('[role=option] b').length === 2",
    )
    .await;

    assert_eq!(text(window, "#tab-cast").await, "Қатысушылар");
    act(window, "language.ru").await;
    until(
        window,
        "document.querySelector('#tab-cast').textContent.trim() === 'Участники'",
    )
    .await;
    assert!(
        text(window, "[role=tabpanel]")
            .await
            .contains("выступающий")
    );
    until(window, "document.documentElement.lang === 'ru'").await;
    picture(window, "window-ru.png").await;

    screen.close().await;
}
