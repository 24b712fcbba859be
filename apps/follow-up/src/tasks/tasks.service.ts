import { Clock, currentContext, type Page, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { TaskEntity } from './task.entity.js';
import type { Task, TasksQuery } from './tasks.dto.js';
import { presentTask, taskPage } from './tasks.query.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(query: TasksQuery): Promise<Page<Task>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    const nurse = query.assignedTo === 'me' ? currentContext()?.actor?.id : query.assignedTo;
    const today = dayOf(this.clock.now(), this.config.hospitalZone);
    return taskPage(this.source.manager, query, { patientIds, nurse, today });
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Task> {
    const task = await this.source.manager.findOneBy(TaskEntity, { id });
    if (!task) throw Problem.notFound('task', id);
    return presentTask(task);
  }
}
