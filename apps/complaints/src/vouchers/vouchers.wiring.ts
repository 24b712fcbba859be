import { AutomaticVouchersConsumer } from './automatic-vouchers.consumer.js';
import { ReservationsController } from './reservations.controller.js';
import { VoucherAnswers } from './voucher-answers.js';
import { VoucherDeadlines } from './vouchers.deadlines.js';
import { VoucherDeskController } from './voucher-desk.controller.js';
import { VoucherIssuing } from './voucher-issuing.js';
import { VoucherMetrics } from './vouchers.metrics.js';
import { VoucherPromises } from './voucher-promises.js';
import { VoucherQueries } from './vouchers.queries.js';
import { VoucherReleases } from './voucher-releases.js';
import { VoucherSources } from './voucher-sources.js';
import { VoucherType } from './voucher-type.entity.js';
import { VoucherTypes } from './voucher-types.service.js';
import { VoucherTypesController } from './voucher-types.controller.js';
import { Voucher } from './voucher.entity.js';
import { VouchersController } from './vouchers.controller.js';
import { VouchersPersonData } from './vouchers.person-data.js';
import { VouchersRetention } from './vouchers.retention.js';
import { Vouchers } from './vouchers.service.js';
import { VouchersStore } from './vouchers.store.js';

/** Compensation vouchers: types, issue, promises, redemption (CP-5). */
export const VOUCHER_ENTITIES = [VoucherType, Voucher];
export const VOUCHER_CONTROLLERS = [
  VoucherTypesController,
  VoucherDeskController,
  ReservationsController,
  VouchersController,
  AutomaticVouchersConsumer,
];
export const VOUCHER_DEADLINES = [VoucherDeadlines];
export const VOUCHER_PROVIDERS = [
  ...[
    VouchersStore,
    VoucherTypes,
    VoucherSources,
    VoucherIssuing,
    Vouchers,
    VoucherReleases,
    VoucherPromises,
    VoucherQueries,
  ],
  ...[VoucherAnswers, VoucherMetrics, VouchersPersonData, VouchersRetention],
];
