// The package's types beside those of form libraries, in a strict project.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm as useTanStack } from "@tanstack/react-form";
import { type Resolver, type SubmitHandler, useForm } from "react-hook-form";
import { aNumber, checker, type Finding, receiptNumber } from "prefile";
import { fields } from "prefile/fields";
import { findingOf, prefileResolver } from "prefile/react-hook-form";

interface Filing {
  aNumber: string;
  case: { receipt?: string };
  children: { birth: string }[];
}

const checkers = { aNumber, "case.receipt": receiptNumber, "children.*.birth": checker("date-of-birth", { optional: true }) };
const resolver: Resolver<Filing> = prefileResolver(checkers);

export function ReactHookForm({ send }: { send: SubmitHandler<Filing> }) {
  const { formState: { errors }, handleSubmit, register } = useForm<Filing>({ resolver: prefileResolver(checkers) });
  const finding: Finding | undefined = findingOf(errors.case?.receipt) ?? findingOf(errors.children?.[0]?.birth);
  return <form onSubmit={handleSubmit(send)}><input {...register("case.receipt")} title={finding?.code ?? errors.aNumber?.type} /></form>;
}

export function Standard() {
  const { formState: { errors } } = useForm<Filing>({ resolver: standardSchemaResolver(fields<Filing>(checkers)) });
  return <p>{errors.aNumber?.message}</p>;
}

// Made before any form is there, as the README has it: nothing but the schema says what comes out.
const made = standardSchemaResolver(fields<Filing>(checkers));

export function StandardBefore({ send }: { send: SubmitHandler<Filing> }) {
  const { handleSubmit, register } = useForm({ resolver: made });
  return <form onSubmit={handleSubmit(send)}><input {...register("case.receipt")} /></form>;
}

export function TanStack() {
  const defaultValues: Filing = { aNumber: "", case: {}, children: [] };
  const form = useTanStack({ defaultValues, validators: { onSubmit: fields<Filing>(checkers) } });
  return (
    <form.Field name="aNumber" validators={{ onBlur: aNumber }}>
      {({ state }) => <p>{state.meta.errors.map((issue) => issue?.message)}</p>}
    </form.Field>
  );
}

// @ts-expect-error A checker, not the name of a kind.
export const named = prefileResolver({ aNumber: "a-number" });
export { resolver };
