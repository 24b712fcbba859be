import { List } from '#platform';
import { Department } from './departments.dto.js';

/** Of a query of departments named `d`. */
export const DEPARTMENTS = new List({
  name: 'departments',
  item: Department,
  fields: {
    id: { sql: 'd.id', type: 'uuid' },
    nationalCode: { sql: 'd.national_code', type: 'string', nullable: true, filterable: false },
    nameZh: { sql: 'd.name_zh', type: 'string' },
    nameEn: { sql: 'd.name_en', type: 'string', nullable: true },
    parentId: { sql: 'd.parent_id', type: 'uuid', nullable: true, sortable: false },
    active: { sql: 'd.active', type: 'boolean' },
    createdAt: { sql: 'd.created_at', type: 'instant' },
    updatedAt: { sql: 'd.updated_at', type: 'instant' },
  },
  key: 'id',
  sort: 'nationalCode',
  example: `parentId eq null`,
});
