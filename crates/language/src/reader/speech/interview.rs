//! Interviews: lines behind dashes that change between who asks and who answers.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::speech::quotes::attributing;
use std::ops::Range;

/// So many lines must be asked for a text to be an interview.
const FEWEST: usize = 3;

/// The lines of an interview, as tokens behind their dashes.
#[derive(Debug, Default)]
pub(crate) struct Interview {
    /// What is asked, with the last word of thanks.
    pub asked: Vec<Range<usize>>,
    /// What is answered.
    pub answered: Vec<Range<usize>>,
}

/// The interview that a text is; none where nobody asks often enough, or who asks cannot be told from who answers.
pub(crate) fn interview_of(lexed: &Lexed) -> Option<Interview> {
    let mut interview = Interview::default();
    for run in runs_of_turns(lexed) {
        let asks_first = run.first().is_some_and(|turn| is_question(lexed, turn));
        let asks_second = run.get(1).is_some_and(|turn| is_question(lexed, turn));
        if !asks_first && !asks_second {
            continue;
        }
        for (at, turn) in run.into_iter().enumerate() {
            match at.is_multiple_of(2) == asks_first {
                true => interview.asked.push(turn),
                false => interview.answered.push(turn),
            }
        }
    }
    let questions = |turns: &[Range<usize>]| {
        let own = turns.iter().filter(|turn| is_question(lexed, turn));
        own.count()
    };
    let (asked, answered) = (&interview.asked, &interview.answered);
    let changes = questions(asked) >= FEWEST
        && questions(asked) * 5 >= asked.len() * 3
        && questions(answered) * 4 <= answered.len();
    changes.then_some(interview)
}

/// Lines behind dashes that follow one another, without those in which somebody is said to speak.
fn runs_of_turns(lexed: &Lexed) -> Vec<Vec<Range<usize>>> {
    let mut runs: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    for paragraph in &lexed.paragraphs {
        let tokens = paragraph.tokens.clone();
        let is_turn = tokens.len() > 1
            && lexed.tokens[tokens.start].sort == Sort::Dash
            && attributing(lexed, tokens.start + 1, tokens.end).is_none();
        match runs.last_mut() {
            Some(run) if is_turn => run.push(tokens.start + 1..tokens.end),
            Some(run) if run.is_empty() => {}
            _ => runs.push(Vec::new()),
        }
    }
    runs
}

fn is_question(lexed: &Lexed, turn: &Range<usize>) -> bool {
    turn.end > turn.start && lexed.is(turn.end - 1, '?')
}
