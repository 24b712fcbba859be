import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Health } from '../health/health.js';

@Injectable()
export class DatabaseHealth {
  constructor(health: Health, source: DataSource) {
    health.register('database', async () => {
      await source.query('SELECT 1');
    });
  }
}
