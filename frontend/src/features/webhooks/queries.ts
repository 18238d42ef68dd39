/** The organization's webhooks, what was sent to them, and their changes. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { changesOf } from "@/api/changes";
import { answer, api } from "@/api/client";
import { itemsOf, paged } from "@/api/paged";
import type {
  DeliveryStatus,
  NewWebhook,
  Webhook,
  WebhookChange,
  WebhookDelivery,
  WebhookWithSecret,
} from "@/api/types";
import { isOnItsWay } from "./words";

/** Everything under this key is about webhooks. */
const all = ["webhooks"];

const GLANCE_MS = 2000;
/** Where it is off, what is under way still ends, and the rest waits for a long time. */
const GLANCE_WHERE_OFF_MS = 15_000;

export const webhooks = queryOptions({
  queryKey: [...all, "list"],
  queryFn: () => answer(api.GET("/v1/webhooks")),
  staleTime: 0,
});

export const webhookOf = (id: string) =>
  queryOptions({
    queryKey: [...all, "one", id],
    queryFn: () => answer(api.GET("/v1/webhooks/{id}", { params: at(id) })),
    staleTime: 0,
  });

/** The newest first. What is about to be sent is looked at again until it was. */
export const deliveriesOf = ({ id, enabled }: Webhook, status?: DeliveryStatus) =>
  infiniteQueryOptions({
    ...paged([...all, "deliveries", id, status], ({ pageParam: cursor }) => {
      const query = { status, cursor, limit: 20 };
      return answer(api.GET("/v1/webhooks/{id}/deliveries", { params: { ...at(id), query } }));
    }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      const waits = data && itemsOf(data).some((delivery) => isOnItsWay(delivery));
      if (!waits) return false;
      return enabled ? GLANCE_MS : GLANCE_WHERE_OFF_MS;
    },
  });

export const useWebhookChange = changesOf(all);

const at = (id: string) => ({ path: { id } });

export function createWebhook(webhook: NewWebhook): Promise<WebhookWithSecret> {
  return answer(api.POST("/v1/webhooks", { body: webhook }));
}

export function changeWebhook({ id, ...body }: { id: string } & WebhookChange): Promise<Webhook> {
  return answer(api.PATCH("/v1/webhooks/{id}", { params: at(id), body }));
}

export async function deleteWebhook(id: string): Promise<void> {
  await answer(api.DELETE("/v1/webhooks/{id}", { params: at(id) }));
}

export function rotateSecret({ id, overlapHours }: { id: string; overlapHours: number }) {
  return answer(api.POST("/v1/webhooks/{id}/rotate-secret", { params: at(id), body: { overlapHours } }));
}

export function testWebhook(id: string): Promise<WebhookDelivery> {
  return answer(api.POST("/v1/webhooks/{id}/test", { params: at(id) }));
}

export function redeliver({ id, delivery }: { id: string; delivery: string }): Promise<WebhookDelivery> {
  const path = { id, deliveryId: delivery };
  return answer(api.POST("/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver", { params: { path } }));
}
