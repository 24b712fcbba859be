import { List } from '#platform';
import { SENSITIVE_TERM_KINDS } from './sensitive-term.entity.js';
import { SensitiveTerm } from './sensitive-terms.dto.js';

/** Of a query of terms named `term`. */
export const SENSITIVE_TERM_LIST = new List({
  name: 'sensitive-terms',
  item: SensitiveTerm,
  fields: {
    id: { sql: 'term.id', type: 'uuid' },
    kind: { sql: 'term.kind', type: 'enum', values: SENSITIVE_TERM_KINDS },
    term: { sql: 'term.term', type: 'string' },
    meaningZh: { sql: 'term.meaning_zh', type: 'string' },
    meaningEn: { sql: 'term.meaning_en', type: 'string' },
    retired: { sql: 'term.retired', type: 'boolean', sortable: false },
  },
  key: 'id',
  sort: 'term',
  example: `kind eq 'word' and retired eq false`,
});
