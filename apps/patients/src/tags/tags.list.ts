import { List } from '#platform';
import { TAG_DIMENSIONS, TAG_WORDS } from './tag.rules.js';
import { CatalogueTag, PatientTagWord } from './tags.dto.js';

/** Of a query of tags named `tag`. */
export const TAGS = new List({
  name: 'tags',
  item: CatalogueTag,
  fields: {
    code: { sql: 'tag.code', type: 'string' },
    dimension: { sql: 'tag.dimension', type: 'enum', values: TAG_DIMENSIONS },
    zh: { sql: 'tag.zh', type: 'string' },
    en: { sql: 'tag.en', type: 'string' },
    retired: { sql: 'tag.retired', type: 'boolean', sortable: false },
  },
  key: 'code',
  sort: 'code',
  example: `dimension eq 'emotion' and retired eq false`,
});

/** Of a query of words named `word`. */
export const TAG_WORD_LIST = new List({
  name: 'tag-words',
  item: PatientTagWord,
  fields: {
    id: { sql: 'word.id', type: 'uuid' },
    tag: { sql: 'word.tag', type: 'string' },
    says: { sql: 'word.says', type: 'enum', values: TAG_WORDS },
    origin: { sql: 'word.origin', type: 'enum', values: ['hand', 'rule'] },
    recordedAt: { sql: 'word.recorded_at', type: 'instant' },
    recordedBy: { sql: 'word.recorded_by', type: 'string', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-recordedAt',
  example: `origin eq 'hand' and tag eq 'disease.hypertension'`,
});
