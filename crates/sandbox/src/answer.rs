//! What the child answers: a JSON value with the document or the refusal, then the bytes of its pictures and of what it
//! encloses, in their order; or one with the measures of a drawing, then its pixels. Each has its length, eight bytes,
//! before it.

use std::io::{self, Read, Write};

use muragat_document::{Document, PageDrawing, Refusal};
use serde::{Deserialize, Serialize};

/// A drawing without its pixels.
#[derive(Serialize, Deserialize)]
struct DrawingHead {
    pages: u32,
    width: u32,
    height: u32,
}

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

/// Writes an answer that is a drawing.
pub(crate) fn write_drawing(
    drawn: &Result<PageDrawing, Refusal>,
    output: &mut impl Write,
) -> io::Result<()> {
    let head = drawn.as_ref().map(|drawing| DrawingHead {
        pages: drawing.pages,
        width: drawing.width,
        height: drawing.height,
    });
    write_piece(&serde_json::to_vec(&head)?, output)?;
    match drawn {
        Ok(drawing) => write_piece(&drawing.gray, output),
        Err(_) => Ok(()),
    }
}

/// Reads a drawing back. What is not one, or has not as many pixels as it says, is an error.
pub(crate) fn read_drawing(mut input: &[u8]) -> io::Result<Result<PageDrawing, Refusal>> {
    let head: Result<DrawingHead, Refusal> = serde_json::from_slice(&read_piece(&mut input)?)?;
    let head = match head {
        Ok(head) => head,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let gray = read_piece(&mut input)?;
    if u64::from(head.width) * u64::from(head.height) != gray.len() as u64 {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(Ok(PageDrawing {
        pages: head.pages,
        width: head.width,
        height: head.height,
        gray,
    }))
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
