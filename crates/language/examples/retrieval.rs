//! How many sentences a query in an inflected form finds, beside exact and prefix search: `retrieval FILE.iob2`.

#[path = "../tests/common/paradigm.rs"]
mod paradigm;
#[path = "../tests/common/retrieval.rs"]
mod retrieval;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args()
        .nth(1)
        .ok_or("usage: retrieval FILE.iob2")?;
    let sentences = retrieval::sentences(&std::fs::read_to_string(file)?);
    let made = retrieval::compare(&sentences);
    println!(
        "{} sentences, {} words, {} queries",
        sentences.len(),
        made.words,
        made.queries
    );
    for (way, figures) in [
        ("search keys", made.keys),
        ("exact form", made.exact),
        ("prefix", made.prefix),
    ] {
        println!(
            "{way}: recall {:.1} %, precision {:.1} %",
            figures.recall(),
            figures.precision()
        );
    }
    Ok(())
}
