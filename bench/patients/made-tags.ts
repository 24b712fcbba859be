import type pg from 'pg';
import type { MadePerson } from './made-people.js';
import type { MadeVisit } from './made-visits.js';

interface Rule {
  kind: string;
  from?: number;
  to?: number | null;
  prefixes?: string[];
}

const YEAR = 2026;

/** The tags of made people by the catalogue's rules, to the year; and one by hand on one in twelve. */
export class MadeTags {
  private constructor(private readonly rules: { code: string; rule: Rule }[]) {}

  static async read(client: pg.Client): Promise<MadeTags> {
    const { rows } = await client.query<{ code: string; rule: Rule }>(
      `SELECT code, rule FROM tag WHERE rule IS NOT NULL ORDER BY code`,
    );
    return new MadeTags(rows);
  }

  of({ birthDate, deceased, phone }: MadePerson, visits: MadeVisit[]): string[] {
    const codes = visits.flatMap(({ diagnoses }) => diagnoses.map(({ code }) => code.toUpperCase()));
    const age = deceased ? -1 : YEAR - Number(birthDate.slice(0, 4));
    const ruled = this.rules.filter(({ rule }) => {
      if (rule.kind === 'diagnosis')
        return codes.some((code) => rule.prefixes?.some((prefix) => code.startsWith(prefix)));
      const value = rule.kind === 'age' ? age : rule.kind === 'visits' ? visits.length : -1;
      return value >= (rule.from ?? Infinity) && value <= (rule.to ?? Infinity);
    });
    const byHand = Number(phone.slice(-4)) % 12 === 0 ? ['emotion.anxious'] : [];
    return [...ruled.map(({ code }) => code), ...byHand].toSorted();
  }
}
