//! The form of `muragat transfer`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Args, Debug)]
pub struct Transfer {
    #[command(subcommand)]
    pub step: Step,
}

#[derive(Subcommand, Debug)]
pub enum Step {
    Begin(Box<Begin>),
    List,
    Show {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
    },
    Edit(Box<Edit>),
    Export {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(value_name = "TARGET")]
        target: PathBuf,
        #[arg(long)]
        zip: bool,
    },
    Sent {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Returned {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "REASON")]
        reason: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Accepted {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Sign {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "act|inventory|signature")]
        kind: Option<String>,
    },
    Delete {
        #[arg(value_name = "TRANSFER")]
        transfer: String,
    },
}

#[derive(Args, Debug)]
pub struct Begin {
    #[arg(value_name = "ID")]
    pub articles: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "QUERY")]
    pub search: Option<String>,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Args, Debug)]
pub struct Edit {
    #[arg(value_name = "TRANSFER")]
    pub transfer: String,
    #[arg(long, value_name = "ID")]
    pub without: Vec<String>,
    #[command(flatten)]
    pub fields: Fields,
}

#[derive(Args, Debug)]
pub struct Fields {
    #[arg(long, value_name = "NAME")]
    pub from: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub from_address: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub from_person: Option<String>,
    #[arg(long, value_name = "POSITION")]
    pub from_position: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub to: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub to_address: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub to_person: Option<String>,
    #[arg(long, value_name = "POSITION")]
    pub to_position: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    #[arg(long, value_name = "NOTE")]
    pub note: Option<String>,
}
