//! What an archive knows of a photo, to be written beside it.

use super::date_time::DateTime;
use super::languages::InLanguages;
use super::regions::Region;
use super::values::Person;

/// What an archive states of a photo, by the properties of the IPTC Photo Metadata Standard 2025.1. What is nothing or
/// empty it does not state: there the photo's own words stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ArchiveStatement {
    /// The language, as `kk`, whose text is given to whoever asks for none. Without it that is the text marked
    /// `x-default`, else the first one.
    pub default_language: Option<String>,

    /// Title (dc:title).
    pub title: Option<InLanguages>,
    /// Headline (photoshop:Headline).
    pub headline: Option<String>,
    /// Description, also called caption (dc:description).
    pub description: Option<InLanguages>,
    /// Alt Text (Iptc4xmpCore:AltTextAccessibility).
    pub alt_text: Option<InLanguages>,
    /// Keywords, which stand beside those of the photo (dc:subject).
    pub keywords: Vec<String>,
    /// Event Name (Iptc4xmpExt:Event).
    pub event: Option<InLanguages>,
    /// Event Identifier: URIs, which stand beside those of the photo (Iptc4xmpExt:EventId).
    pub event_ids: Vec<String>,
    /// Date Created (photoshop:DateCreated). What Exif says stays beside it, under Exif's own name.
    pub date_created: Option<DateTime>,
    /// Where the camera stood, in words: name of the Location Created (Iptc4xmpExt:LocationCreated), and the legacy
    /// Sublocation (Iptc4xmpCore:Location).
    pub location_created: Option<InLanguages>,

    /// Person Shown, beside those of the photo (Iptc4xmpExt:PersonInImage; one with more than a name in one language
    /// also PersonInImageWDetails).
    pub persons_shown: Vec<Person>,
    /// Name of Organisation Featured, beside those of the photo (Iptc4xmpExt:OrganisationInImageName).
    pub organisations_shown: Vec<String>,
    /// Image Regions of the upright picture, beside those of the photo (Iptc4xmpExt:ImageRegion). In whichever scheme
    /// one came, it is written in that of IPTC.
    pub regions: Vec<Region>,

    /// Creator (dc:creator).
    pub creators: Vec<String>,
    /// Credit Line (photoshop:Credit).
    pub credit_line: Option<String>,
    /// Copyright Notice (dc:rights).
    pub copyright_notice: Option<InLanguages>,
    /// Rights Usage Terms (xmpRights:UsageTerms).
    pub rights_usage_terms: Option<InLanguages>,
    /// Instructions (photoshop:Instructions).
    pub instructions: Option<String>,
    /// Source (photoshop:Source).
    pub source: Option<String>,
    /// Job Id, of an archive the reference of what the photo belongs to (photoshop:TransmissionReference).
    pub job_id: Option<String>,

    /// Digital Source Type: a URI (Iptc4xmpExt:DigitalSourceType).
    pub digital_source_type: Option<String>,
    /// AI System Used (Iptc4xmpExt:AISystemUsed).
    pub ai_system_used: Option<String>,
    /// AI System Version Used (Iptc4xmpExt:AISystemVersionUsed).
    pub ai_system_version_used: Option<String>,
    /// AI Prompt Information (Iptc4xmpExt:AIPromptInformation).
    pub ai_prompt_information: Option<String>,
    /// AI Prompt Writer Name (Iptc4xmpExt:AIPromptWriterName).
    pub ai_prompt_writer_name: Option<String>,

    /// Image Rating, −1 (turned down) to 5 (xmp:Rating).
    pub rating: Option<i8>,
    /// By how many quarters of a turn, clockwise, the picture is shown otherwise than its file says (tiff:Orientation).
    pub turned: u8,
    /// Digital Image GUID (Iptc4xmpExt:DigImageGUID). One that the photo had stays among its identifiers.
    pub digital_image_guid: Option<String>,
    /// Identifiers, as accession numbers, beside those of the photo (xmp:Identifier).
    pub identifiers: Vec<String>,
}
