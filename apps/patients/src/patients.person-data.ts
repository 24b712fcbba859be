import type { Provider } from '@nestjs/common';
import { BirthdaysPersonData } from './birthdays/birthdays.person-data.js';
import { CardsPersonData } from './cards/cards.person-data.js';
import { CommunitiesPersonData } from './communities/communities.person-data.js';
import { ContactsPersonData } from './contacts/contacts.person-data.js';
import { DataPackagesPersonData } from './data-packages/data-packages.person-data.js';
import { DecisionsPersonData } from './decisions/decisions.person-data.js';
import { DuplicatesPersonData } from './duplicates/duplicates.person-data.js';
import { EncountersPersonData } from './encounters/encounters.person-data.js';
import { ErasuresPersonData } from './erasures/erasures.person-data.js';
import { ExportsPersonData } from './exports/exports.person-data.js';
import { FactsPersonData } from './facts/facts.person-data.js';
import { FamiliesPersonData } from './families/families.person-data.js';
import { ImportsPersonData } from './imports/imports.person-data.js';
import { MedicationsPersonData } from './medications/medications.person-data.js';
import { MergesPersonData } from './merges/merges.person-data.js';
import { PeoplePersonData } from './people/people.person-data.js';
import { PhotosPersonData } from './photos/photos.person-data.js';
import { PromisesPersonData } from './promises/promises.person-data.js';
import { ReportsPersonData } from './reports/reports.person-data.js';
import { ResultsPersonData } from './results/results.person-data.js';
import { TagsPersonData } from './tags/tags.person-data.js';
import { WinBacksPersonData } from './winback/win-backs.person-data.js';

/** Where each store of the service keeps a person's data (PT-9): a new table with such data adds its source here. */
export const PATIENTS_PERSON_DATA: Provider[] = [
  BirthdaysPersonData,
  CardsPersonData,
  CommunitiesPersonData,
  ContactsPersonData,
  DataPackagesPersonData,
  DecisionsPersonData,
  DuplicatesPersonData,
  EncountersPersonData,
  ErasuresPersonData,
  ExportsPersonData,
  FactsPersonData,
  FamiliesPersonData,
  ImportsPersonData,
  MedicationsPersonData,
  MergesPersonData,
  PeoplePersonData,
  PhotosPersonData,
  PromisesPersonData,

  ReportsPersonData,
  ResultsPersonData,
  TagsPersonData,
  WinBacksPersonData,
];
