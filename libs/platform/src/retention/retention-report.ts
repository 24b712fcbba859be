import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { oldestRow } from './retention-batch.js';
import type { RetentionRule } from './retention-rule.js';
import { RetentionRules } from './retention-rules.js';
import type { RetentionRuleState, RetentionState } from './retention.dto.js';
import { RetentionJob } from './retention.job.js';

interface RunRow {
  rule: string;
  started_at: Date;
  finished_at: Date | null;
  removed: string;
  removed_ever: string;
  error: string | null;
}

/** What operations see of retention. */
@Injectable()
export class RetentionReport {
  constructor(
    private readonly source: DataSource,
    private readonly rules: RetentionRules,
    private readonly jobs: Jobs,
  ) {}

  async state(): Promise<RetentionState> {
    const runs: RunRow[] = await this.source.query('SELECT * FROM retention_run');
    const rules = this.rules.rules().map((rule) =>
      this.ruleState(
        rule,
        runs.find((run) => run.rule === rule.name),
      ),
    );
    return { rules: await Promise.all(rules), kept: this.rules.kept() };
  }

  /** Enforces the rules now. @returns the job, or null when one is there already. */
  async start(): Promise<string | null> {
    return (await this.jobs.enqueue(null, RetentionJob, {})) ?? null;
  }

  private async ruleState(rule: RetentionRule, run: RunRow | undefined): Promise<RetentionRuleState> {
    const rows: { oldest: Date }[] = await this.source.query(oldestRow(rule));
    return {
      name: rule.name,
      table: rule.table,
      days: rule.days,
      setting: rule.setting,
      reason: rule.reason,
      startedAt: run?.started_at.toISOString() ?? null,
      finishedAt: run?.finished_at?.toISOString() ?? null,
      removed: Number(run?.removed ?? 0),
      removedEver: Number(run?.removed_ever ?? 0),
      error: run?.error ?? null,
      oldestRow: rows[0]?.oldest.toISOString() ?? null,
    };
  }
}
