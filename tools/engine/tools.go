//go:build tools

// Package engine pins the Pulumi CLI that the end-to-end tests build and run.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
