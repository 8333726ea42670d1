//! All that a photo says of itself: the properties of IPTC Photo Metadata (Core 1.5 and Extension 1.9, standard 2025.1)
//! and what Exif has beside them.

use serde::Serialize;

use super::date_time::DateTime;
use super::languages::InLanguages;
use super::position::Position;
use super::regions::Region;
use super::stated::Stated;
use super::values::{
    Artwork, Contact, Contributor, CvTerm, Licensor, Location, Party, Person, Product,
    RegistryEntry, RightsExpression,
};

/// What a photo states, in the file and beside it. A property that is nothing is stated nowhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PhotoMetadata {
    /// Title: a short name to find the photo by (dc:title, IIM 2:05, Exif 3.0 ImageTitle, XPTitle).
    pub title: Option<Stated<InLanguages>>,
    /// Headline: what the photo is about, in a few words (photoshop:Headline, IIM 2:105).
    pub headline: Option<Stated<String>>,
    /// Description, also called caption (dc:description, IIM 2:120, Exif ImageDescription). What a camera wrote of
    /// itself is none.
    pub description: Option<Stated<InLanguages>>,
    /// Who wrote or corrected the description (photoshop:CaptionWriter, IIM 2:122).
    pub description_writer: Option<Stated<String>>,
    /// Alt Text (Iptc4xmpCore:AltTextAccessibility).
    pub alt_text: Option<Stated<InLanguages>>,
    /// Extended Description (Iptc4xmpCore:ExtDescrAccessibility).
    pub extended_description: Option<Stated<InLanguages>>,
    /// Keywords (dc:subject, IIM 2:25, XPKeywords).
    pub keywords: Option<Stated<Vec<String>>>,
    /// Subject codes of IPTC's vocabulary, eight digits (Iptc4xmpCore:SubjectCode, IIM 2:12).
    pub subject_codes: Option<Stated<Vec<String>>>,
    /// Scene codes of IPTC's vocabulary, six digits (Iptc4xmpCore:Scene).
    pub scenes: Option<Stated<Vec<String>>>,
    /// Intellectual Genre (Iptc4xmpCore:IntellectualGenre, IIM 2:04).
    pub intellectual_genre: Option<Stated<String>>,
    /// Genre (Iptc4xmpExt:Genre).
    pub genres: Option<Stated<Vec<CvTerm>>>,
    /// CV-Term About Image (Iptc4xmpExt:AboutCvTerm).
    pub about: Option<Stated<Vec<CvTerm>>>,
    /// Event Name (Iptc4xmpExt:Event).
    pub event: Option<Stated<InLanguages>>,
    /// Event Identifier (Iptc4xmpExt:EventId).
    pub event_ids: Option<Stated<Vec<String>>>,

    /// Date Created: when the picture was taken, not when a print of it was scanned (Exif DateTimeOriginal,
    /// photoshop:DateCreated, IIM 2:55 and 2:60).
    pub date_created: Option<Stated<DateTime>>,
    /// When the picture became digital (Exif DateTimeDigitized, xmp:CreateDate, IIM 2:62 and 2:63). Of a scan this is
    /// not the day that it shows.
    pub date_digitised: Option<Stated<DateTime>>,

    /// Person Shown, with details where they are given (Iptc4xmpExt:PersonInImage, PersonInImageWDetails).
    pub persons_shown: Option<Stated<Vec<Person>>>,
    /// Name of Organisation Featured (Iptc4xmpExt:OrganisationInImageName).
    pub organisations_shown: Option<Stated<Vec<String>>>,
    /// Code of Organisation Featured (Iptc4xmpExt:OrganisationInImageCode). The standard ties no code to a name.
    pub organisation_codes: Option<Stated<Vec<String>>>,
    /// Product Shown (Iptc4xmpExt:ProductInImage).
    pub products_shown: Option<Stated<Vec<Product>>>,
    /// Artwork or Object in the Image (Iptc4xmpExt:ArtworkOrObject).
    pub artworks_shown: Option<Stated<Vec<Artwork>>>,
    /// Image Regions (Iptc4xmpExt:ImageRegion, mwg-rs:Regions, MP:RegionInfo).
    pub regions: Option<Stated<Vec<Region>>>,

    /// Location Created: where the camera stood (Iptc4xmpExt:LocationCreated).
    pub location_created: Option<Stated<Location>>,
    /// Location Shown (Iptc4xmpExt:LocationShown).
    pub locations_shown: Option<Stated<Vec<Location>>>,
    /// Sublocation, legacy: said of neither location alone (Iptc4xmpCore:Location, IIM 2:92).
    pub sublocation: Option<Stated<String>>,
    /// City, legacy (photoshop:City, IIM 2:90).
    pub city: Option<Stated<String>>,
    /// Province or State, legacy (photoshop:State, IIM 2:95).
    pub province_or_state: Option<Stated<String>>,
    /// Country, legacy (photoshop:Country, IIM 2:101).
    pub country: Option<Stated<String>>,
    /// Country Code, legacy (Iptc4xmpCore:CountryCode, IIM 2:100).
    pub country_code: Option<Stated<String>>,
    /// Where the camera stood, by satellites (Exif GPS, exif:GPSLatitude and others).
    pub position: Option<Stated<Position>>,

    /// Creator: who took the photo (dc:creator, IIM 2:80, Exif Artist, XPAuthor).
    pub creators: Option<Stated<Vec<String>>>,
    /// Creator's Job Title (photoshop:AuthorsPosition, IIM 2:85).
    pub creators_job_title: Option<Stated<String>>,
    /// Creator's Contact Info (Iptc4xmpCore:CreatorContactInfo).
    pub creators_contact: Option<Stated<Contact>>,
    /// Contributor (Iptc4xmpExt:Contributor).
    pub contributors: Option<Stated<Vec<Contributor>>>,
    /// Credit Line: whom to name where it is published (photoshop:Credit, IIM 2:110).
    pub credit_line: Option<Stated<String>>,
    /// Source: from whom one has it (photoshop:Source, IIM 2:115).
    pub source: Option<Stated<String>>,
    /// Instructions (photoshop:Instructions, IIM 2:40).
    pub instructions: Option<Stated<String>>,
    /// Job Id, also called transmission reference (photoshop:TransmissionReference, IIM 2:103).
    pub job_id: Option<Stated<String>>,
    /// Copyright Notice (dc:rights, IIM 2:116, Exif Copyright).
    pub copyright_notice: Option<Stated<InLanguages>>,
    /// Rights Usage Terms (xmpRights:UsageTerms).
    pub rights_usage_terms: Option<Stated<InLanguages>>,
    /// Web Statement of Rights, a URL (xmpRights:WebStatement).
    pub web_statement_of_rights: Option<Stated<String>>,
    /// Copyright Owner (plus:CopyrightOwner).
    pub copyright_owners: Option<Stated<Vec<Party>>>,
    /// Licensor (plus:Licensor).
    pub licensors: Option<Stated<Vec<Licensor>>>,
    /// Image Creator (plus:ImageCreator).
    pub image_creators: Option<Stated<Vec<Party>>>,
    /// The creator's number of the photo (plus:ImageCreatorImageID).
    pub image_creator_image_id: Option<Stated<String>>,
    /// Image Supplier (plus:ImageSupplier).
    pub image_suppliers: Option<Stated<Vec<Party>>>,
    /// The supplier's number of the photo (plus:ImageSupplierImageID).
    pub image_supplier_image_id: Option<Stated<String>>,
    /// Data Mining: a URI of PLUS, whether programs may learn from it (plus:DataMining).
    pub data_mining: Option<Stated<String>>,
    /// Other Constraints (plus:OtherConstraints).
    pub other_constraints: Option<Stated<InLanguages>>,
    /// Embedded Encoded Rights Expression (Iptc4xmpExt:EmbdEncRightsExpr).
    pub embedded_rights_expressions: Option<Stated<Vec<RightsExpression>>>,
    /// Linked Encoded Rights Expression (Iptc4xmpExt:LinkedEncRightsExpr).
    pub linked_rights_expressions: Option<Stated<Vec<RightsExpression>>>,
    /// Model Release Status: a URI of PLUS as `http://ns.useplus.org/ldf/vocab/MR-NAP`; old programs write the code
    /// alone (plus:ModelReleaseStatus).
    pub model_release_status: Option<Stated<String>>,
    /// Model Release Id (plus:ModelReleaseID).
    pub model_release_ids: Option<Stated<Vec<String>>>,
    /// Property Release Status, in the same way, as `PR-NAP` (plus:PropertyReleaseStatus).
    pub property_release_status: Option<Stated<String>>,
    /// Property Release Id (plus:PropertyReleaseID).
    pub property_release_ids: Option<Stated<Vec<String>>>,
    /// Model Age, in years (Iptc4xmpExt:ModelAge).
    pub model_ages: Option<Stated<Vec<String>>>,
    /// Minor Model Age Disclosure, in the same way, as `AG-A25` (plus:MinorModelAgeDisclosure).
    pub minor_model_age_disclosure: Option<Stated<String>>,
    /// Additional Model Information (Iptc4xmpExt:AddlModelInfo).
    pub additional_model_information: Option<Stated<String>>,

    /// Digital Source Type: a URI of IPTC's vocabulary, how the picture came to be (Iptc4xmpExt:DigitalSourceType).
    pub digital_source_type: Option<Stated<String>>,
    /// AI System Used (Iptc4xmpExt:AISystemUsed).
    pub ai_system_used: Option<Stated<String>>,
    /// AI System Version Used (Iptc4xmpExt:AISystemVersionUsed).
    pub ai_system_version_used: Option<Stated<String>>,
    /// AI Prompt Information (Iptc4xmpExt:AIPromptInformation).
    pub ai_prompt_information: Option<Stated<String>>,
    /// AI Prompt Writer Name (Iptc4xmpExt:AIPromptWriterName).
    pub ai_prompt_writer_name: Option<Stated<String>>,

    /// Image Rating, −1 (turned down) to 5 (xmp:Rating; Exif Rating of Windows).
    pub rating: Option<Stated<i8>>,
    /// Digital Image GUID (Iptc4xmpExt:DigImageGUID).
    pub digital_image_guid: Option<Stated<String>>,
    /// Image Registry Entry (Iptc4xmpExt:RegistryId).
    pub registry_entries: Option<Stated<Vec<RegistryEntry>>>,
    /// Max Avail Width, in pixels (Iptc4xmpExt:MaxAvailWidth).
    pub max_available_width: Option<Stated<u32>>,
    /// Max Avail Height, in pixels (Iptc4xmpExt:MaxAvailHeight).
    pub max_available_height: Option<Stated<u32>>,

    /// Who made the camera (Exif Make, tiff:Make).
    pub camera_make: Option<Stated<String>>,
    /// Which camera (Exif Model, tiff:Model).
    pub camera_model: Option<Stated<String>>,
    /// Its number (Exif BodySerialNumber, exifEX:BodySerialNumber, aux:SerialNumber).
    pub camera_serial: Option<Stated<String>>,
    /// Which lens (Exif LensModel, exifEX:LensModel, aux:Lens).
    pub lens: Option<Stated<String>>,
    /// The lens's number (Exif LensSerialNumber, exifEX:LensSerialNumber).
    pub lens_serial: Option<Stated<String>>,

    /// What was found and is not told above, each once.
    pub left_out: Vec<LeftOut>,
}

/// Something that a photo states and that is not taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LeftOut {
    /// A position that is not on Earth, or of which the hemisphere is not said.
    Position,
    /// A date of which there was no such day or time.
    Date,
    /// The shape of a region: of no known kind, outside of the picture, or measured on a picture of other proportions.
    RegionShape,
    /// A block of metadata that is longer than 4 MiB, or beyond 16 MiB in all.
    LongBlock,
    /// A block of XMP that breaks off or is no XML from some place on.
    DamagedXmp,
}

impl PhotoMetadata {
    /// Notes what is left out.
    pub(crate) fn leave_out(&mut self, what: LeftOut) {
        if !self.left_out.contains(&what) {
            self.left_out.push(what);
        }
    }
}
