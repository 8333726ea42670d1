//! Organisations and places, each suggested once with all its mentions.

use crate::keys::party_key::party_key;
use crate::reader::found::FoundOrganisation;
use crate::reader::found::FoundPlace;
use crate::reader::lex::lexed::Lexed;
use crate::reader::reasons;
use crate::release::{Named, Place, Reason, Span};
use std::collections::BTreeSet;

/// One suggestion an organisation: a shorter form whose words the longer name has is its variant.
pub(crate) fn merge_organisations(lexed: &Lexed, found: &[FoundOrganisation]) -> Vec<Named> {
    let mut merged: Vec<(BTreeSet<String>, Named)> = Vec::new();
    let mut order: Vec<&FoundOrganisation> = found.iter().collect();
    order.sort_by_key(|one| std::cmp::Reverse(one.name.chars().count()));
    for one in order {
        let key: BTreeSet<String> = party_key(&one.name).split(' ').map(str::to_owned).collect();
        let (start, end) = (lexed.tokens[one.first].start, lexed.tokens[one.last].end);
        let span = Span {
            start,
            end,
            text: lexed.text(start, end),
        };
        let telling = key.len() > 1 || one.name.contains(['«', '"', '“']);
        let same = merged.iter_mut().find(|(own, named)| {
            *own == key || telling && key.is_subset(own) && shares_head(&named.name, &one.name)
        });
        match same {
            Some((own, named)) => {
                if *own != key && !named.variants.contains(&one.name) {
                    named.variants.push(one.name.clone());
                }
                named.mentions.push(span);
            }
            None => merged.push((
                key,
                Named {
                    name: one.name.clone(),
                    variants: Vec::new(),
                    mentions: vec![span],
                    confidence: 0.0,
                    certain: false,
                    why: vec![reasons::of_organisation(lexed, one)],
                },
            )),
        }
    }
    let mut named: Vec<Named> = merged.into_iter().map(|(_, named)| named).collect();
    for one in &mut named {
        one.mentions.sort_by_key(|span| span.start);
        one.mentions.dedup();
    }
    named.sort_by_key(|one| one.mentions.first().map(|span| span.start));
    named
}

/// «"Ерлік" бірлестігі» is «"Ерлік" қоғамдық бірлестігі»; «облыстық мәслихат» is no part of another's name.
pub(crate) fn shares_head(long: &str, short: &str) -> bool {
    let last = |name: &str| party_key(name.split_whitespace().last().unwrap_or_default());
    last(long) == last(short) && short.contains(['«', '"', '“'])
}

pub(crate) fn merge_places(lexed: &Lexed, found: &[FoundPlace]) -> Vec<Place> {
    let mut merged: Vec<(String, Place)> = Vec::new();
    for one in found {
        let key = party_key(&one.name);
        let (start, end) = (lexed.tokens[one.first].start, lexed.tokens[one.last].end);
        let text = lexed.text(start, end);
        let span = Span {
            start,
            end,
            text: text.clone(),
        };
        match merged.iter_mut().find(|(own, _)| *own == key) {
            Some((_, place)) => place.mentions.push(span),
            None => {
                let why = if one.tagged {
                    Reason::Tagger { text }
                } else if one.last > one.first {
                    Reason::HeadNoun { text }
                } else {
                    Reason::Listed { text }
                };
                merged.push((
                    key,
                    Place {
                        name: one.name.clone(),
                        mentions: vec![span],
                        confidence: 0.0,
                        certain: false,
                        why: vec![why],
                    },
                ));
            }
        }
    }
    merged.into_iter().map(|(_, place)| place).collect()
}
