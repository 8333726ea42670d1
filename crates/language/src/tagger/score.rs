//! Precision, recall and F1 of whole entities, as the CoNLL shared task counts them.

use super::iob2::entities;
use std::collections::BTreeMap;

/// Counts of one class.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Found, in place and class.
    pub right: usize,
    /// Suggested.
    pub found: usize,
    /// In the gold.
    pub gold: usize,
}

/// Precision, recall and their harmonic mean, 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Of what was found, how much is right.
    pub precision: f64,
    /// Of the gold, how much was found.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

/// Counts per class.
#[derive(Debug, Clone, Default)]
pub struct Score(BTreeMap<String, Counts>);

impl Counts {
    fn figures(self) -> Figures {
        let part = |of: usize| {
            if of == 0 {
                0.0
            } else {
                self.right as f64 / of as f64
            }
        };
        let (precision, recall) = (part(self.found), part(self.gold));
        let sum = precision + recall;
        let f1 = if sum == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / sum
        };
        Figures {
            precision,
            recall,
            f1,
        }
    }
}

impl Score {
    /// Counts one sentence.
    pub fn count(&mut self, gold: &[String], found: &[String]) {
        let (gold, found) = (entities(gold), entities(found));
        for entity in &gold {
            let counts = self.0.entry(entity.0.to_owned()).or_default();
            counts.gold += 1;
            counts.right += usize::from(found.contains(entity));
        }
        for entity in &found {
            self.0.entry(entity.0.to_owned()).or_default().found += 1;
        }
    }

    /// All classes together.
    pub fn micro(&self) -> Figures {
        let mut sum = Counts::default();
        for counts in self.0.values() {
            sum.right += counts.right;
            sum.found += counts.found;
            sum.gold += counts.gold;
        }
        sum.figures()
    }

    /// `{"micro":{…},"classes":{"PERSON":{"precision","recall","f1","gold","found"}…}}`, in per cent.
    pub fn to_json(&self) -> serde_json::Value {
        let percent = |part: f64| (part * 10_000.0).round() / 100.0;
        let figures = |f: Figures| serde_json::json!({"precision": percent(f.precision), "recall": percent(f.recall), "f1": percent(f.f1)});
        let classes: serde_json::Map<String, serde_json::Value> = self
            .0
            .iter()
            .map(|(class, counts)| {
                let mut value = figures(counts.figures());
                value["gold"] = counts.gold.into();
                value["found"] = counts.found.into();
                (class.clone(), value)
            })
            .collect();
        serde_json::json!({"micro": figures(self.micro()), "classes": classes})
    }
}
