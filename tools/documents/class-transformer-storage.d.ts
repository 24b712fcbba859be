// class-transformer says which class a nested field has, but types only its source of it, not the module.
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage.js';
}
