import { PeopleConsumer } from './people.consumer.js';
import { PeoplePersonData } from './people.person-data.js';
import { PeopleStore } from './people.store.js';

/** Which patient ids are one person (decision 13). */
export const PEOPLE_CONTROLLERS = [PeopleConsumer];
export const PEOPLE_PROVIDERS = [PeopleStore, PeoplePersonData];
