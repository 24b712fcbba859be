import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Boss } from './boss.js';
import { JobCounts } from './job-counts.js';
import { JobKinds } from './job-kinds.js';
import { JobMetrics } from './job-metrics.js';
import { JobReaper } from './job-reaper.js';
import { JobSchedules } from './job-schedules.js';
import { JobWorkers } from './job-workers.js';
import { JobsController } from './jobs.controller.js';
import { Jobs } from './jobs.js';
import { StoredJobs } from './stored-jobs.js';

/** Long work of a service, in its own database (decision 6). Part of every service that has one. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [JobsController],
  providers: [Boss, JobKinds, JobWorkers, JobReaper, Jobs, StoredJobs, JobSchedules, JobCounts, JobMetrics],
  exports: [Jobs, StoredJobs, JobCounts],
})
export class JobsModule {}
