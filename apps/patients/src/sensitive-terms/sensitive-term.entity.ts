import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a term is held against: codes of an examination, value or drug by their beginning, words anywhere in a name, the
 * department of the visit by the beginning of its national code. Upper and lower case are one.
 */
export const SENSITIVE_TERM_KINDS = ['code', 'word', 'department'] as const;
export type SensitiveTermKind = (typeof SENSITIVE_TERM_KINDS)[number];

/** What makes a result or drug sensitive (PT-9); asked by `is_sensitive` of the database at each reading. */
@Entity('sensitive_term')
export class SensitiveTerm {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: SensitiveTermKind;
  @Column({ type: 'text' }) term!: string;
  @Column({ type: 'text', name: 'meaning_zh' }) meaningZh!: string;
  @Column({ type: 'text', name: 'meaning_en' }) meaningEn!: string;
  @Column({ type: 'boolean' }) retired!: boolean;
  @Column({ type: 'int' }) version!: number;
}
