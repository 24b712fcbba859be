import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { PlatformRetention } from './platform-retention.js';
import { RetentionController } from './retention.controller.js';
import { RetentionJob } from './retention.job.js';
import { RetentionReport } from './retention-report.js';
import { RetentionRules } from './retention-rules.js';

/** Enforces docs/retention.md (decision 15). Part of every service that has a database. */
@Module({
  imports: [DiscoveryModule],
  controllers: [RetentionController],
  providers: [RetentionRules, RetentionReport, RetentionJob, PlatformRetention],
})
export class RetentionModule {}
