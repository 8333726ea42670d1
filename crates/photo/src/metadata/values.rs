//! The structures of IPTC Photo Metadata: whom and what a photo shows, where, and who has rights to it. Property names
//! and sections are those of the IPTC Photo Metadata Standard 2025.1.

use serde::Serialize;

use super::date_time::DateTime;
use super::languages::InLanguages;
use super::position::Position;
use super::stated::{GoesOn, Reconcile};

/// A term of a controlled vocabulary (structure CV-Term).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CvTerm {
    /// The URI of the vocabulary (CvId).
    pub vocabulary: Option<String>,
    /// The URI of the term (CvTermId).
    pub id: Option<String>,
    /// Its name (CvTermName).
    pub name: Option<InLanguages>,
    /// What it is about more closely, a URI (CvTermRefinedAbout).
    pub refined_about: Option<String>,
}

/// Something with a name and identifiers (structure Entity): the kind or the role of a region.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Entity {
    /// Its name.
    pub name: Option<InLanguages>,
    /// URIs (xmp:Identifier).
    pub ids: Vec<String>,
}

/// A person shown (PersonInImage; with details: PersonInImageWDetails).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Person {
    /// The name (PersonName).
    pub name: Option<InLanguages>,
    /// More about the person (PersonDescription).
    pub description: Option<InLanguages>,
    /// URIs (PersonId).
    pub ids: Vec<String>,
    /// Characteristics (PersonCharacteristic).
    pub characteristics: Vec<CvTerm>,
}

/// A place (structure Location).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Location {
    /// The full name (LocationName).
    pub name: Option<InLanguages>,
    /// URIs (LocationId).
    pub ids: Vec<String>,
    /// A part of the city, or a site outside of one.
    pub sublocation: Option<String>,
    /// City, town, village.
    pub city: Option<String>,
    /// The part of the country (ProvinceState).
    pub province_or_state: Option<String>,
    /// The country (CountryName).
    pub country: Option<String>,
    /// Its code by ISO 3166, of two or three letters.
    pub country_code: Option<String>,
    /// Part of the world.
    pub world_region: Option<String>,
    /// Where on Earth.
    pub position: Option<Position>,
}

/// A product shown (ProductInImage).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Product {
    /// The name (ProductName).
    pub name: Option<InLanguages>,
    /// The Global Trade Item Number (ProductGTIN).
    pub gtin: Option<String>,
    /// Its description (ProductDescription).
    pub description: Option<InLanguages>,
    /// URIs (ProductId).
    pub ids: Vec<String>,
}

/// A work of art or another object shown (ArtworkOrObject).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Artwork {
    /// The title (AOTitle).
    pub title: Option<InLanguages>,
    /// Who made it (AOCreator).
    pub creators: Vec<String>,
    /// URIs of these (AOCreatorId).
    pub creator_ids: Vec<String>,
    /// When it was made (AODateCreated).
    pub date_created: Option<DateTime>,
    /// When roughly, in words (AOCircaDateCreated).
    pub circa_date_created: Option<String>,
    /// What it shows (AOContentDescription).
    pub content_description: Option<InLanguages>,
    /// Who else had a part in it (AOContributionDescription).
    pub contribution_description: Option<InLanguages>,
    /// What it is made of (AOPhysicalDescription).
    pub physical_description: Option<InLanguages>,
    /// Style and period (AOStylePeriod).
    pub styles: Vec<String>,
    /// Its copyright notice (AOCopyrightNotice).
    pub copyright_notice: Option<String>,
    /// Who has the copyright: name (AOCurrentCopyrightOwnerName) and URI.
    pub copyright_owner: Option<Party>,
    /// Who licenses it: name (AOCurrentLicensorName) and URI.
    pub licensor: Option<Party>,
    /// Who keeps it (AOSource).
    pub source: Option<String>,
    /// Under which number (AOSourceInvNo).
    pub inventory_number: Option<String>,
    /// Its page there, a URL (AOSourceInvURL).
    pub inventory_url: Option<String>,
}

/// Someone with rights to a photo, or who gave it (PLUS: CopyrightOwner, ImageCreator, ImageSupplier).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Party {
    /// The name.
    pub name: Option<String>,
    /// A URI, or a number at PLUS.
    pub id: Option<String>,
}

/// Who licenses a photo (PLUS: Licensor).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Licensor {
    /// The name (LicensorName).
    pub name: Option<String>,
    /// A URI, or a number at PLUS (LicensorID).
    pub id: Option<String>,
    /// The page, a URL (LicensorURL).
    pub url: Option<String>,
    /// How to reach the licensor.
    pub contact: Contact,
}

/// How to reach someone (structure CreatorContactInfo, and parts of Licensor).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Contact {
    /// Street and house.
    pub address: Option<String>,
    /// What else belongs to the address.
    pub extended_address: Option<String>,
    /// City.
    pub city: Option<String>,
    /// The part of the country.
    pub region: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Mail addresses, as they are written.
    pub emails: Option<String>,
    /// Telephone numbers, as they are written.
    pub telephones: Option<String>,
    /// Pages, as they are written.
    pub urls: Option<String>,
}

/// Who else had a part in a photo (Contributor).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Contributor {
    /// The name.
    pub name: Option<InLanguages>,
    /// URIs.
    pub ids: Vec<String>,
    /// What the contributor did, URIs.
    pub roles: Vec<String>,
}

/// A photo's entry in a registry (RegistryId).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RegistryEntry {
    /// The registry (RegOrgId).
    pub organisation_id: Option<String>,
    /// The photo's number in it (RegItemId).
    pub item_id: Option<String>,
    /// What the entry is for, a URI (RegEntryRole).
    pub role: Option<String>,
}

/// Rights in a language for machines (EmbdEncRightsExpr, LinkedEncRightsExpr).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RightsExpression {
    /// The expression itself, or the URL at which it lies.
    pub expression: Option<String>,
    /// Its media type (RightsExprEncType).
    pub encoding_type: Option<String>,
    /// The URI of its language (RightsExprLangId).
    pub language_id: Option<String>,
}

impl GoesOn for CvTerm {}
impl GoesOn for Person {}
impl GoesOn for Location {}
impl GoesOn for Product {}
impl GoesOn for Artwork {}
impl GoesOn for Party {}
impl GoesOn for Licensor {}
impl GoesOn for Contributor {}
impl GoesOn for RegistryEntry {}
impl GoesOn for RightsExpression {}
impl Reconcile for Location {}
impl Reconcile for Contact {}
