interface Validity {
  validFrom: string;
  validUntil: string | null;
}

/** Days are written YYYY-MM-DD and compare as text; both ends count. */
export function isValidOn({ validFrom, validUntil }: Validity, day: string): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}

export function endsBeforeItBegins({ validFrom, validUntil }: Validity): boolean {
  return validUntil !== null && validUntil < validFrom;
}
