//! What the child answers: a JSON value with the document or the refusal, then the bytes of its pictures and of what it
//! encloses, in their order; each with its length, eight bytes, before it.

use std::io::{self, Read, Write};

use muragat_document::{Document, Refusal};

/// Writes an answer.
pub(crate) fn write(read: &Result<Document, Refusal>, output: &mut impl Write) -> io::Result<()> {
    write_piece(&serde_json::to_vec(read)?, output)?;
    if let Ok(document) = read {
        let pictures = document.pictures.iter().map(|picture| &picture.bytes);
        let enclosed = document.enclosed.iter().map(|enclosed| &enclosed.bytes);
        for bytes in pictures.chain(enclosed) {
            write_piece(bytes, output)?;
        }
    }
    Ok(())
}

/// Reads an answer back. What is not one, or breaks off, is an error.
pub(crate) fn read(mut input: &[u8]) -> io::Result<Result<Document, Refusal>> {
    let mut read: Result<Document, Refusal> = serde_json::from_slice(&read_piece(&mut input)?)?;
    if let Ok(document) = &mut read {
        for picture in &mut document.pictures {
            picture.bytes = read_piece(&mut input)?;
        }
        for enclosed in &mut document.enclosed {
            enclosed.bytes = read_piece(&mut input)?;
        }
    }
    Ok(read)
}

fn write_piece(bytes: &[u8], output: &mut impl Write) -> io::Result<()> {
    output.write_all(&(bytes.len() as u64).to_le_bytes())?;
    output.write_all(bytes)
}

fn read_piece(input: &mut &[u8]) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = usize::try_from(u64::from_le_bytes(length)).unwrap_or(usize::MAX);
    let (piece, rest) = input
        .split_at_checked(length)
        .ok_or(io::ErrorKind::UnexpectedEof)?;
    *input = rest;
    Ok(piece.to_vec())
}
