import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface Phone {
  /** As it was written; never lost. */
  raw: string;
  /** E.164, or null where there is none: hotline short codes, extensions (转 01), slips of the pen. */
  e164: string | null;
}

/** What a person may state as a number: the shortest there are have three digits. What a hospital system tells is kept, whatever it is. */
export const A_PHONE = /\p{Nd}\P{Nd}*\p{Nd}\P{Nd}*\p{Nd}/u;

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
