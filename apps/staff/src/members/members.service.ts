import { StaffMemberSavedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  type FieldFault,
  isUniqueViolation,
  listPage,
  newId,
  type Page,
  Problem,
  requireVersion,
  stateChange,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MemberEntity } from './member.entity.js';
import type { Member, MembersQuery, SaveMember } from './members.dto.js';
import { MEMBERS } from './members.list.js';

/** The people who work here (ORG-1). */
@Injectable()
export class MembersService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(query: MembersQuery): Promise<Page<Member>> {
    const select = this.source.manager.createQueryBuilder(MemberEntity, 'm');
    if (!query.includeInactive) select.andWhere('m.active');
    if (query.q !== undefined) select.andWhere('(strpos(m.name, :q) > 0 OR m.staff_number = :q)', { q: query.q });
    const page = await listPage(select, MEMBERS, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Member> {
    const row = await this.source.manager.findOneBy(MemberEntity, { id });
    if (!row) throw Problem.notFound('staff-member', id);
    return present(row);
  }

  /** @throws Problem 409 when the staff number is taken; 400 for an unknown department, title or skill. */
  create(input: SaveMember): Promise<Member> {
    return this.saving(input, (tx) => this.createIn(tx, input));
  }

  /** Creates one inside a transaction of the caller's. */
  async createIn(tx: EntityManager, input: SaveMember): Promise<Member> {
    const now = this.clock.now();
    const row = { id: newId(), ...fieldsOf(input), version: 1, createdAt: now, updatedAt: now };
    await requireKnown(tx, input, undefined);
    await tx.insert(MemberEntity, row);
    stateChange('member', row.id, null, fieldsOf(input));
    return this.saved(tx, row);
  }

  /** @throws Problem 404; 412 when it changed since `version`; 409 and 400 as `create`. */
  replace(id: string, version: number, input: SaveMember): Promise<Member> {
    return this.saving(input, async (tx) => {
      const row = await tx.findOne(MemberEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('staff-member', id);
      requireVersion(row.version, version);
      await requireKnown(tx, input, row);
      const changed = { ...row, ...fieldsOf(input), version: row.version + 1, updatedAt: this.clock.now() };
      await tx.update(MemberEntity, { id }, changed);
      stateChange('member', id, present(row), present(changed));
      return this.saved(tx, changed);
    });
  }

  private async saving(input: SaveMember, work: (tx: EntityManager) => Promise<Member>): Promise<Member> {
    try {
      return await transact(this.source, work);
    } catch (error) {
      if (!isUniqueViolation(error, 'staff_member_number')) throw error;
      throw Problem.conflict('staff-number-taken', { staffNumber: input.staffNumber });
    }
  }

  private async saved(tx: EntityManager, row: MemberEntity): Promise<Member> {
    const { id: memberId, staffNumber, name, titles, skills, departmentIds, active, version } = row;
    const facts = { memberId, staffNumber, name, titles, skills, departmentIds, active, version };
    await this.outbox.append(tx, StaffMemberSavedV1, facts);
    return present(row);
  }
}

/** What a member has already may stay when it was closed; nothing closed or unknown is added. */
async function requireKnown(tx: EntityManager, input: SaveMember, had: MemberEntity | undefined): Promise<void> {
  const faults = [
    ...(await unknown(
      tx,
      'departmentIds',
      input,
      had,
      'SELECT id::text AS code FROM department WHERE active FOR SHARE',
    )),
    ...(await unknown(tx, 'titles', input, had, `SELECT code FROM staff_term WHERE kind = 'title' AND active`)),
    ...(await unknown(tx, 'skills', input, had, `SELECT code FROM staff_term WHERE kind = 'skill' AND active`)),
  ];
  if (faults.length > 0) throw Problem.invalid(faults);
}

async function unknown(
  tx: EntityManager,
  field: 'departmentIds' | 'titles' | 'skills',
  input: SaveMember,
  had: MemberEntity | undefined,
  sql: string,
): Promise<FieldFault[]> {
  const added = input[field].filter((code) => !had?.[field].includes(code));
  if (added.length === 0) return [];
  const rows: { code: string }[] = await tx.query(sql);
  const known = new Set(rows.map((row) => row.code));
  return input[field].flatMap((code, index) =>
    added.includes(code) && !known.has(code) ? [{ field: `${field}.${index}`, code: 'not-in-use' }] : [],
  );
}

function fieldsOf(input: SaveMember) {
  const { staffNumber, name, titles, skills, departmentIds, active } = input;
  return {
    staffNumber,
    name,
    titles,
    skills,
    departmentIds,
    phone: input.phone ?? null,
    email: input.email ?? null,
    active,
  };
}

function present(row: MemberEntity): Member {
  const { createdAt, updatedAt, ...rest } = row;
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
