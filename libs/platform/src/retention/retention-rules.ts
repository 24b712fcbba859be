import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { isRetentionSource, type KeptTable, type RetentionRule, type RetentionSource } from './retention-rule.js';

/** Every retention rule of this service: what its providers that carry `@Retention` say. */
@Injectable()
export class RetentionRules {
  constructor(private readonly discovery: DiscoveryService) {}

  rules(): RetentionRule[] {
    return this.sources().flatMap((source) => source.rules());
  }

  kept(): KeptTable[] {
    return this.sources().flatMap((source) => source.kept());
  }

  private sources(): RetentionSource[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype }) => isRetentionSource(metatype))
      .map(({ instance }) => instance as RetentionSource);
  }
}
