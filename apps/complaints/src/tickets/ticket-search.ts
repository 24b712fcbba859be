import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { gramsOf, keysOf, searchText } from './search-words.js';

/** A line feed is no character of a text that is looked for: nothing is found across two texts. */
const BETWEEN = '\n';

const ADD = `
  INSERT INTO ticket_search AS s (ticket_id, words, grams) VALUES ($1, $2, $3)
  ON CONFLICT (ticket_id) DO UPDATE
     SET words = s.words || '${BETWEEN}' || $2, grams = ARRAY(SELECT unnest(s.grams) UNION SELECT unnest($3::text[]))`;

/** Finds tickets by what was said in them (CP-10): Chinese has no spaces, so by pairs of characters. */
@Injectable()
export class TicketSearch {
  /** The ticket is found by these texts, too. */
  async add(tx: EntityManager, ticketId: string, texts: readonly string[]): Promise<void> {
    const plain = texts.map(searchText).filter((text) => text !== '');
    if (plain.length === 0) return;
    await prepared(tx, 'ticket-search.add', ADD, [ticketId, plain.join(BETWEEN), [...new Set(plain.flatMap(keysOf))]]);
  }
}

/**
 * A condition on a query of tickets named `ticket`: all of these words stand in it, anywhere.
 * @returns null for a text with nothing to look for
 */
export function foundBy(text: string): { sql: string; parameters: Record<string, unknown> } | null {
  const words = text
    .split(/\s+/u)
    .map(searchText)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const likes = words.map((_, index) => `search.words LIKE :like${index}`);
  return {
    sql: `ticket.id IN (SELECT search.ticket_id FROM ticket_search search
                         WHERE search.grams @> :grams::text[] AND ${likes.join(' AND ')})`,
    parameters: {
      grams: [...new Set(words.flatMap(gramsOf))],
      ...Object.fromEntries(words.map((word, index) => [`like${index}`, `%${escaped(word)}%`])),
    },
  };
}

function escaped(word: string): string {
  return word.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}
