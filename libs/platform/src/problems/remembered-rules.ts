import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

const remembering = new WeakSet<Storage>();

/**
 * Has class-validator look for the rules of a class once. By itself it looks through every class that has rules at each
 * object it checks: with the hundreds of a service that was a third of what checking an event cost. A rule that is added
 * later makes it look again.
 */
export function rememberRules(storage = getMetadataStorage()): void {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const add = storage.addValidationMetadata.bind(storage);
  let found = new WeakMap<object, Rules>();
  storage.addValidationMetadata = (rule) => {
    found = new WeakMap();
    add(rule);
  };
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return find(type, schema, always, strictGroups, groups);
    const rules = found.get(type) ?? find(type, schema, always, strictGroups, groups);
    found.set(type, rules);
    return rules;
  };
}
