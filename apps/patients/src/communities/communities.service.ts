import { isDeepStrictEqual } from 'node:util';
import { CommunityChangedV1, CommunityCreatedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  isUniqueViolation,
  listPage,
  newId,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { faultsOfAudience, refuse } from './community-audience.js';
import { CommunityAccess } from './community-access.js';
import { Community } from './community.entity.js';
import type { CommunityChange, CommunityPage, CommunityView, NewCommunity, StatedHour } from './communities.dto.js';
import { COMMUNITIES } from './communities.list.js';
import { presentCommunities, saidOf, type Said } from './community.presenter.js';
import { approachOf, hourFrom, type DoctorHour } from './doctor-hour.rules.js';
import { KnownStaff } from './known-staff.js';

const USUAL_MINUTES = 60;

/** Communities of patients by disease: opened, changed (PT-10). */
@Injectable()
export class Communities {
  constructor(
    private readonly source: DataSource,
    private readonly access: CommunityAccess,
    private readonly staff: KnownStaff,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
  ) {}

  async list(query: ListQuery): Promise<CommunityPage> {
    const page = await listPage(this.source.createQueryBuilder(Community, 'community'), COMMUNITIES, query);
    return { ...page, items: await presentCommunities(this.source.manager, page.items) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<CommunityView> {
    return this.present(this.source.manager, await this.access.find(this.source.manager, id));
  }

  /** @throws Problem 400, 409 */
  add(body: NewCommunity): Promise<CommunityView> {
    return this.write(async (tx) => {
      const now = this.clock.now();
      const nothing = { tags: [], icd10: [], segmentId: null, externalId: null, hour: null };
      const said = this.stated({ ...nothing, capacity: this.config.communityMembersMost }, body);
      refuse(await this.faultsIn(tx, said));
      const closing = { closedAt: null, closedBy: null, closeReason: null };
      const made = { id: newId(), version: 1, memberCount: 0, createdAt: now, updatedAt: now };
      const row: Community = {
        ...{ ...said, ...made, ...closing, ...this.nextHour(said.hour, now) },
        createdBy: currentContext()?.actor?.id ?? null,
      };
      await tx.insert(Community, row);
      const { id: communityId, nameZh, nameEn, tags, icd10, segmentId, channel, ownerId } = row;
      const whom = { tags, icd10, ...(segmentId ? { segmentId } : {}) };
      await this.outbox.append(tx, CommunityCreatedV1, { communityId, nameZh, nameEn, ...whom, channel, ownerId });
      stateChange('community', row.id, null, said);
      return row;
    });
  }

  /** @throws Problem 400, 403, 404, 409, 412 */
  change(id: string, body: CommunityChange, expectedVersion: number): Promise<CommunityView> {
    return this.write(async (tx) => {
      const row = await this.access.take(tx, id);
      requireVersion(row.version, expectedVersion);
      const [before, now] = [saidOf(row), this.clock.now()];
      const said = this.stated(before, body);
      const changed = differences(before, said);
      if (changed.length === 0) return row;
      refuse(await this.faultsIn(tx, said, before));
      if (said.capacity < row.memberCount) {
        const capacity = said.capacity;
        throw Problem.conflict(
          'community-too-small',
          { members: row.memberCount, capacity },
          { members: row.memberCount },
        );
      }
      const hour = changed.includes('hour') ? this.nextHour(said.hour, now) : {};
      const values = { ...said, ...hour, version: row.version + 1, updatedAt: now };
      await tx.update(Community, { id }, values);
      const named = changed.map((field) => (field === 'hour' ? 'doctorHour' : field));
      await this.outbox.append(tx, CommunityChangedV1, { communityId: id, changed: named, ownerId: said.ownerId });
      stateChange('community', id, before, said);
      return { ...row, ...values };
    });
  }

  private async write(work: (tx: EntityManager) => Promise<Community>): Promise<CommunityView> {
    try {
      return await transact(this.source, async (tx) => this.present(tx, await work(tx)));
    } catch (error) {
      if (isUniqueViolation(error, 'community_group')) throw Problem.conflict('community-group-taken');
      throw error;
    }
  }

  private stated(before: Partial<Said>, { doctorHour, ...body }: CommunityChange): Said {
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const hour = doctorHour === undefined ? {} : { hour: hourOf(doctorHour) };
    return { ...before, ...given, ...hour } as Said;
  }

  private async faultsIn(tx: EntityManager, said: Said, before?: Said) {
    const most = this.config.communityMembersMost;
    const tooMany = { field: 'capacity', code: 'community-too-large', params: { most } };
    const { hour } = said;
    return [
      ...(before?.capacity !== said.capacity && said.capacity > most ? [tooMany] : []),
      ...(await faultsOfAudience(tx, said)),
      ...(before?.ownerId === said.ownerId ? [] : await this.staff.faultOfOwner(tx, said.ownerId)),
      ...(hour === null || isDeepStrictEqual(before?.hour, hour) ? [] : await this.staff.faultsOfHour(tx, hour)),
    ];
  }

  private nextHour(hour: DoctorHour | null, now: Date): Pick<Community, 'hourAt' | 'hourDueAt'> {
    if (!hour) return { hourAt: null, hourDueAt: null };
    const zone = this.config.hospitalZone;
    const hourAt = hourFrom(hour, now, zone);
    return { hourAt, hourDueAt: approachOf(hourAt, { zone, leadDays: this.config.communityHourLeadDays }) };
  }

  private async present(tx: EntityManager, community: Community): Promise<CommunityView> {
    const [view] = await presentCommunities(tx, [community]);
    return view as CommunityView;
  }
}

function hourOf(stated: StatedHour | null): DoctorHour | null {
  if (!stated) return null;
  const { weekday, time, minutes, doctorId, departmentId } = stated;
  return {
    ...{ weekday, time, minutes: minutes ?? USUAL_MINUTES },
    ...{ doctorId: doctorId ?? null, departmentId: departmentId ?? null },
  };
}

function differences(before: Said, after: Said): (keyof Said)[] {
  return (Object.keys(after) as (keyof Said)[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
}
