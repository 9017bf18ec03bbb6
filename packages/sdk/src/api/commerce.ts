/** E-commerce events, version 2: https://segment.com/docs/connections/spec/ecommerce/v2/ */
import type { Properties } from "../collect/call.ts";

/** One product, as an event's own properties or in a list of them. Others may be added. */
export interface Product extends Properties {
  readonly product_id?: string;
  readonly sku?: string;
  readonly category?: string;
  readonly name?: string;
  readonly brand?: string;
  readonly variant?: string;
  readonly price?: number;
  readonly quantity?: number;
  readonly coupon?: string;
  readonly position?: number;
  readonly url?: string;
  readonly image_url?: string;
  readonly currency?: string;
  readonly value?: number;
}

export interface Order extends Properties {
  readonly order_id?: string;
  readonly checkout_id?: string;
  readonly affiliation?: string;
  readonly total?: number;
  readonly subtotal?: number;
  readonly revenue?: number;
  readonly shipping?: number;
  readonly tax?: number;
  readonly discount?: number;
  readonly value?: number;
  readonly coupon?: string;
  readonly currency?: string;
  readonly products?: readonly Product[];
}

export interface ProductList extends Properties {
  readonly list_id?: string;
  readonly category?: string;
  readonly products?: readonly Product[];
  readonly filters?: readonly Choice[];
  readonly sorts?: readonly Choice[];
}

interface Choice extends Properties {
  readonly type?: string;
  readonly value?: string;
}

interface ListedProduct extends Product {
  readonly list_id?: string;
}

interface CartProduct extends Product {
  readonly cart_id?: string;
}

export interface Promotion extends Properties {
  readonly promotion_id?: string;
  readonly creative?: string;
  readonly name?: string;
  readonly position?: string;
}

export interface CheckoutStep extends Properties {
  readonly checkout_id?: string;
  readonly order_id?: string;
  readonly step?: number;
  readonly shipping_method?: string;
  readonly payment_method?: string;
}

export interface Coupon extends Properties {
  readonly order_id?: string;
  readonly cart_id?: string;
  readonly coupon_id?: string;
  readonly coupon_name?: string;
  readonly discount?: number;
  readonly reason?: string;
}

/** Names of events, and their properties. */
export interface CommerceEvents {
  readonly "Products Searched": Properties & { readonly query?: string };
  readonly "Product List Viewed": ProductList;
  readonly "Product List Filtered": ProductList;
  readonly "Promotion Viewed": Promotion;
  readonly "Promotion Clicked": Promotion;
  readonly "Product Clicked": ListedProduct;
  readonly "Product Viewed": ListedProduct;
  readonly "Product Added": CartProduct;
  readonly "Product Removed": CartProduct;
  readonly "Cart Viewed": Properties & { readonly cart_id?: string; readonly products?: readonly Product[] };
  readonly "Checkout Started": Order;
  readonly "Checkout Step Viewed": CheckoutStep;
  readonly "Checkout Step Completed": CheckoutStep;
  readonly "Payment Info Entered": CheckoutStep;
  readonly "Order Completed": Order;
  readonly "Order Updated": Order;
  readonly "Order Refunded": Order;
  readonly "Order Cancelled": Order;
  readonly "Coupon Entered": Coupon;
}
