/** The program that reads scans. */

import type { PageReading } from "../types/shell";

/** What a specialist types to install it, or the languages that it lacks, on Debian or Ubuntu. */
export function installCommand({ by, missing }: PageReading): string {
  const languages = missing.map((language) => `tesseract-ocr-${language}`);
  return ["sudo apt install", ...(by === null ? ["tesseract-ocr"] : []), ...languages].join(" ");
}
