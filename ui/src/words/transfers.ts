/** What a transfer is called. */

import type { TransferRecord } from "../types";
import { t } from "./language.svelte";

/** The number of its act, and who takes over; who takes over alone where it has no number yet. */
export function transferTitle({
  act_number: number,
  receiver,
}: Pick<TransferRecord, "act_number" | "receiver">): string {
  return number === null ? receiver.name : t("transfer-title", { number, receiver: receiver.name });
}
