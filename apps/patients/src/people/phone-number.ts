import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface Phone {
  /** As it was written; never lost. */
  raw: string;
  /** E.164, or null where there is none: hotline short codes, extensions (转 01), slips of the pen. */
  e164: string | null;
}

/** PT-3: a number in E.164 beside its raw text; one without a country code is Chinese. */
export function readPhone(text: string): Phone {
  const raw = text.trim();
  const parsed = parsePhoneNumberFromString(raw.normalize('NFKC'), 'CN');
  return { raw, e164: parsed?.isValid() && parsed.ext === undefined ? parsed.number : null };
}

/** Several numbers, each once, in the order given. */
export function readPhones(texts: string[]): Phone[] {
  const phones = texts.map(readPhone).filter((phone) => phone.raw !== '');
  return [...new Map(phones.map((phone) => [phoneKey(phone), phone])).values()];
}

/** What a number is found by: its normal form, else its digits. */
export function phoneKey(phone: Phone): string {
  return phone.e164 ?? (phone.raw.normalize('NFKC').replace(/\D/g, '') || phone.raw);
}
