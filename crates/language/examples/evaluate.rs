//! Tags a file in IOB2 and measures the tags against its own.
//!
//!     evaluate FILE.iob2 [--predictions OUT.iob2]
//!
//! Prints `{"micro":{"precision","recall","f1"},"classes":{…}}` in per cent, whole entities counted; writes the
//! tags over the very tokens given. Lines that name a sentence (`AID283875 O`) are kept and never tagged.

use muragat_language::tagger::iob2;
use muragat_language::tagger::score::Score;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut file, mut out) = (None, None);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--predictions" => out = Some(args.next().ok_or("--predictions needs a file")?),
            _ => file = Some(arg),
        }
    }
    let file = file.ok_or("usage: evaluate FILE.iob2 [--predictions OUT.iob2]")?;
    let model = muragat_language::tagger::shipped().ok_or("the shipped model is damaged")?;
    let mut score = Score::default();
    let mut written = String::new();
    for sentence in iob2::read(&std::fs::read_to_string(&file)?) {
        let tokens: Vec<&str> = sentence.tokens.iter().map(String::as_str).collect();
        let tags = model.tag(&tokens);
        score.count(&sentence.tags, &tags);
        iob2::write(&sentence, &tags, &mut written);
    }
    if let Some(out) = out {
        std::fs::write(out, written)?;
    }
    println!("{}", score.to_json());
    Ok(())
}
