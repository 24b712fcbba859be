import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class VouchersRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'voucher', reason: 'an account of what the hospital gave away; its figures go back years' },
      { table: 'voucher_type', reason: 'settings of the hospital; vouchers are of them' },
    ];
  }
}
