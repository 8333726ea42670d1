//! Prints what is read of a file: its text, or with `--json` the whole document (pictures and enclosed files by their
//! size). `--brief` prints one line: the format and counts, or the refusal.

use std::process::ExitCode;

use muragat_document::{Document, Limits, read, recognise};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let Some(path) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        eprintln!("text [--json | --brief] FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    match read(&bytes, Limits::default()) {
        Ok(document) if has("--json") => print_json(&document),
        Ok(document) if has("--brief") => println!(
            "{} blocks {} pictures {} enclosed {} posts {} left out {} doubts {:?} {path}",
            document.format.code(),
            document.blocks.len(),
            document.pictures.len(),
            document.enclosed.len(),
            document.posts.len(),
            document.left_out.len(),
            document.doubts,
        ),
        Ok(document) => println!("{}", document.text()),
        Err(refusal) => {
            let format = recognise(&bytes).map_or("unknown", |format| format.code());
            eprintln!("{format} refused: {refusal} {path}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print_json(document: &Document) {
    match serde_json::to_value(document) {
        Ok(mut value) => {
            let sizes = |sizes: Vec<usize>| serde_json::Value::from(sizes);
            let pictures = document.pictures.iter();
            let enclosed = document.enclosed.iter();
            value["picture_sizes"] = sizes(pictures.map(|picture| picture.bytes.len()).collect());
            value["enclosed_sizes"] = sizes(enclosed.map(|file| file.bytes.len()).collect());
            println!("{value:#}");
        }
        Err(error) => eprintln!("{error}"),
    }
}
