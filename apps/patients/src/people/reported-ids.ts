import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v5 } from 'uuid';

/**
 * Ids of what a HIS reports, made from the sender's own numbers: a database that is restored from a backup hears the
 * reports since then again and gives every record and visit the id that other services know it by, so that no
 * discharge gets a second plan. The hospital's secret namespace, kept in the database, makes ids tell nothing about
 * the numbers.
 */
@Injectable()
export class ReportedIds implements OnModuleInit {
  private namespace = '';

  constructor(private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [row]: { namespace: string }[] = await this.source.query('SELECT namespace FROM reported_id_namespace');
    if (!row) throw new Error('The namespace of reported ids is missing: was the database restored in part?');
    this.namespace = row.namespace;
  }

  /** Of the record that is made for this record number. A number never moves to another record. */
  person(issuer: string, recordNumber: string): string {
    return this.idOf('person', issuer, recordNumber);
  }

  encounter(partner: string, visitNumber: string): string {
    return this.idOf('encounter', partner, visitNumber);
  }

  /** Of one performance of a procedure in a visit. */
  procedure(partner: string, visitNumber: string, code: string, number: number): string {
    return this.idOf('procedure', partner, visitNumber, code, String(number));
  }

  /** Of a laboratory's or imaging system's order for one service, with the record it was told of. */
  result(partner: string, orderNumber: string, service: string, patientId: string): string {
    return this.idOf('result', partner, orderNumber, service, patientId);
  }

  /** Of one drug of an order, with the record it was told of. */
  medication(partner: string, orderNumber: string, drug: string, patientId: string): string {
    return this.idOf('medication', partner, orderNumber, drug, patientId);
  }

  /** Of the record that an import makes for a national ID (PT-8). */
  holder(nationalId: string): string {
    return this.idOf('national-id', nationalId);
  }

  /** Of the record that an import makes for a line without any number (PT-8). */
  likeness(said: string): string {
    return this.idOf('likeness', said);
  }

  /** Of whoever comes back under an id that was erased. */
  after(erasedId: string): string {
    return this.idOf('after', erasedId);
  }

  private idOf(...parts: string[]): string {
    return v5(JSON.stringify(parts), this.namespace);
  }
}
