/** The part of an AsyncAPI 3 document that the readable page shows. */
export interface AsyncApiDocument {
  info: { title: string; version: string; description?: string };
  channels: Record<string, AsyncApiChannel>;
  components: { messages: Record<string, AsyncApiMessage>; schemas: Record<string, JsonSchema> };
}

export interface AsyncApiChannel {
  address: string;
  description?: string;
  messages: Record<string, { $ref: string }>;
}

export interface AsyncApiMessage {
  title?: string;
  summary?: string;
  /** An event around its data, or what a question and its answer carry as it is. */
  payload: { allOf: [JsonSchema, { properties: { data: JsonSchema } }] } | JsonSchema;
  examples?: { payload: unknown }[];
}

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  anyOf?: JsonSchema[];
  format?: string;
  description?: string;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}
