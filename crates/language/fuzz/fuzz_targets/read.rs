//! Any text: no panic, spans true.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = muragat_language::read(text);
    let body: Vec<char> = reading.body.chars().collect();
    for span in reading.people.iter().flat_map(|person| &person.mentions) {
        assert!(body[span.start..span.end].iter().collect::<String>() == span.text);
    }
});
