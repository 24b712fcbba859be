import { ReportsController } from './reports.controller.js';
import { ReportsRetention } from './reports.retention.js';
import { Reports } from './reports.service.js';
import { VisitsConsumer } from './visits.consumer.js';
import { VisitsPersonData } from './visits.person-data.js';

/** What is counted of complaints (CP-10). */
export const REPORT_CONTROLLERS = [ReportsController, VisitsConsumer];
export const REPORT_PROVIDERS = [Reports, VisitsPersonData, ReportsRetention];
